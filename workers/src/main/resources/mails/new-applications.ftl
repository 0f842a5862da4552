<#assign subject = (applications?size == 1)?then("New application: " + applications?first.company, applications?size + " new applications")>
<@mail.letter subject=subject>
<@mail.p>
<#if applications?size == 1>This application is waiting for a review:<#else>These applications are waiting for a review:</#if>
</@mail.p>
<#list applications as application>
<@mail.facts of=[["Company", application.company], ["Decide by", application.dueAt], ["Task", brand.baseUrl + "/team/tasks/" + application.taskId]] />
</#list>
<@mail.button path=(applications?size == 1)?then("/team/tasks/" + applications?first.taskId, "/team/tasks") label=(applications?size == 1)?then("Open Task", "Open Tasks") />
</@mail.letter>
