<#assign subject = (applications?size == 1)?then("New application: " + applications?first.company, applications?size + " new applications")>
<@mail.letter subject=subject>
<#if applications?size == 1>
<@mail.p>
This application is waiting for a review:
</@mail.p>
<@mail.facts of=[["Company", applications?first.company], ["Decide by", applications?first.dueAt]] />
<@mail.button path="/team/tasks/" + applications?first.taskId label="Open Task" />
<#else>
<@mail.p>
These applications are waiting for a review:
</@mail.p>
<#list applications as application>
<@mail.facts of=[["Company", application.company], ["Decide by", application.dueAt]] />
<@mail.p>
<@mail.link path="/team/tasks/" + application.taskId label="Open Task" />
</@mail.p>
</#list>
<@mail.button path="/team/tasks" label="Open Task List" />
</#if>
</@mail.letter>
