<@mail.letter subject="Somebody was faster: ${task}, ${company}">
<@mail.p>
You and ${decidedBy} have decided the same task, one of you in the console and one in Tasklist. The other decision
counts; yours changed nothing.
</@mail.p>
<@mail.facts of=[["Task", task], ["Company", company], ["It was decided", decision], ["Your decision", yourDecision]] />
<@mail.button path="/team/tasks/" + taskId label="Open Task" />
</@mail.letter>
