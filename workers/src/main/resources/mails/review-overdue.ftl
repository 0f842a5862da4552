<@mail.letter subject="Overdue: review of ${company}">
<@mail.p>
The review of ${company} has missed its deadline. The applicant has been told that it takes longer. Please see that it
is decided today.
</@mail.p>
<@mail.facts of=[["Company", company], ["Was due", dueAt]] />
<@mail.button path="/team/tasks/" + taskId label="Open Task" />
</@mail.letter>
