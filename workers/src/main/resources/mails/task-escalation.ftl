<@mail.letter subject="Left undone: ${task}, ${company}">
<@mail.p>
Nobody has done this task, though it was due and the team was reminded. Please see that somebody takes it:
</@mail.p>
<@mail.facts of=[["Task", task], ["Company", company], ["Was due", dueAt]] />
<@mail.button path="/team/tasks/" + taskId label="Open Task" />
</@mail.letter>
