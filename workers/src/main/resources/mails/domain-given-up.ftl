<@mail.letter subject="Please choose another domain">
<@mail.p>
We could not connect ${domain} with your Reseller Platform and have stopped trying.
</@mail.p>
<#if message?has_content>
<@mail.quote text=message />
</#if>
<@mail.p>
Please enter another domain by <@mail.strong>${requestBy}</@mail.strong>, or the same one once its record is set. Without a domain the
onboarding ends then.
</@mail.p>
<@mail.button path="/reseller#custom-domain-name" label="Enter Your Domain" />
</@mail.letter>
