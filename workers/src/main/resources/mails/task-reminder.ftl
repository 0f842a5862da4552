<@mail.letter subject="Still to do: ${task}, ${company}">
<@mail.p>
This task is waiting for somebody:
</@mail.p>
<@mail.facts of=[["Task", task], ["Company", company], ["Due", dueAt]] />
<@mail.button path="/team/tasks/" + taskId label="Open Task" />
</@mail.letter>
