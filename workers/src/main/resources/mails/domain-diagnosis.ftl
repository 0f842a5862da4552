<@mail.letter subject="${domain} does not point to your platform yet">
<@mail.p>
We keep looking for the DNS record that connects ${domain} with your Reseller Platform. This is what we see now:
</@mail.p>
<@mail.quote text=diagnosis />
<#if yourTurn>
<@mail.p>
Please set this record where your domain is managed, or pass it on to whoever manages it:
</@mail.p>
<#list records as record>
<@mail.facts of=[["Type", record.type], ["Name", record.name], ["Value", record.value]] />
</#list>
<#else>
<@mail.p>
You need to do nothing: this one is on our side, and we are on it.
</@mail.p>
</#if>
<@mail.p>
Last checked on ${checkedAt}. We go on checking by ourselves and tell you once it works.
</@mail.p>
<@mail.button path="/reseller#custom-domain-name" label="Open Custom Domain Name" />
</@mail.letter>
