<@mail.letter subject="${domain} does not point to your platform yet">
<@mail.p>
We keep looking for the DNS record that connects ${domain} with your Reseller Platform. This is what we see now:
</@mail.p>
<@mail.quote text=diagnosis />
<#if yourTurn>
<@mail.p>
Please set <#if (records?size > 1)>these records<#else>this record</#if> where your domain is managed, or pass <#if (records?size > 1)>them<#else>it</#if> on to whoever manages it:
</@mail.p>
<@mail.records of=records instead=instead />
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
