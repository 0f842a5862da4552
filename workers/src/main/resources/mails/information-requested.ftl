<@mail.letter subject="We have a question about your application">
<@mail.p>
We are reviewing your application for the Rocketbots Reseller Program and need to know one more thing:
</@mail.p>
<@mail.quote text=question />
<#if answered>
<@mail.p>
You have answered this on the page of your application already, so there is nothing left to do. This mail is for your
records.
</@mail.p>
<@mail.button path="/applications/" + progressToken label="View Your Application" />
<#else>
<@mail.p>
Please answer by <@mail.strong>${answerBy}</@mail.strong>. Our review waits for you until then and goes on with your answer.
</@mail.p>
<@mail.button path="/applications/" + progressToken label="Answer Now" />
</#if>
</@mail.letter>
