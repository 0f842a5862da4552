<@mail.letter subject="${company} has answered">
<@mail.p>
The applicant has answered your question, and the review clock runs again.
</@mail.p>
<@mail.facts of=[["Company", company], ["Decide by", dueAt]] />
<@mail.button path="/team/tasks/" + taskId label="Open Task" />
</@mail.letter>
