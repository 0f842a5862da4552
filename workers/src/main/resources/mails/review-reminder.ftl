<@mail.letter subject="Decide soon: ${company}">
<@mail.p>
The review of ${company} has not been decided and its deadline is near.
</@mail.p>
<@mail.facts of=[["Company", company], ["Decide by", dueAt]] />
<@mail.button path="/team/tasks/" + taskId label="Open Task" />
</@mail.letter>
