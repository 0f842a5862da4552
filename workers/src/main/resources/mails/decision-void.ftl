<@mail.letter subject="Not needed any more: ${task}, ${company}">
<@mail.p>
You have decided a task that was closed before your decision came through, since the case went on without it. Your
decision changed nothing.
</@mail.p>
<@mail.facts of=[["Task", task], ["Company", company], ["Your decision", yourDecision]] />
<@mail.button path="/team/tasks/" + taskId label="Open Task" />
</@mail.letter>
