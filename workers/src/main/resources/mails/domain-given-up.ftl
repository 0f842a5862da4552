<@mail.letter subject=present?has_content?then("Your platform stays at " + present, "Please choose another domain")>
<@mail.p>
We could not connect ${domain} with your Reseller Platform and have stopped trying.
</@mail.p>
<#if message?has_content>
<@mail.quote text=message />
</#if>
<#if present?has_content>
<@mail.p>
Nothing changes for your customers: your platform stays at <@mail.strong>${present}</@mail.strong>. Whenever you like, you can enter
another domain, or the same one once its record is set.
</@mail.p>
<@mail.button path="/reseller#custom-domain-name" label="Open Custom Domain Name" />
<#else>
<@mail.p>
Please enter another domain by <@mail.strong>${requestBy}</@mail.strong>, or the same one once its record is set. Without a domain the
onboarding ends then.
</@mail.p>
<@mail.button path="/reseller#custom-domain-name" label="Enter Your Domain" />
</#if>
</@mail.letter>
