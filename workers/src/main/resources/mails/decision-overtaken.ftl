<@mail.letter subject="Somebody was faster: ${task}, ${company}">
<@mail.p>
You completed a task in Tasklist that ${decidedBy} had just decided in the console. That decision counts; yours changed
nothing.
</@mail.p>
<@mail.facts of=[["Task", task], ["Company", company], ["It was decided", decision], ["Your decision", yourDecision]] />
<@mail.button path="/team/tasks/" + taskId label="Open Task" />
</@mail.letter>
