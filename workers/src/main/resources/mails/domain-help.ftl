<@mail.letter subject="We have looked at ${domain}">
<@mail.p>
Since ${domain} did not come up, one of us has looked into it. We keep trying, and the checks start over from now.
</@mail.p>
<#if message?has_content>
<@mail.quote text=message />
</#if>
<@mail.button path="/reseller#custom-domain-name" label="Open Custom Domain Name" />
</@mail.letter>
