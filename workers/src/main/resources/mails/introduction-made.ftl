<@mail.letter subject="Your contact introduces themselves">
<@mail.p>
From now on there is one person to turn to with anything about your Reseller Platform:
</@mail.p>
<@mail.facts of=[["Your Contact", contactPerson], ["Email", contactEmail], ["Phone or booking", contactLink]] />
<#if note?has_content>
<@mail.quote text=note />
</#if>
<@mail.p>
You find this in the Reseller Module under <@mail.strong>Getting Started</@mail.strong>, too:
</@mail.p>
<@mail.button path="/reseller#getting-started" label="Open Getting Started" />
</@mail.letter>
