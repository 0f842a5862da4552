<@mail.letter subject="${domain} is suspended">
<@mail.p>
${domain} has not led to your Reseller Platform for too long, so your platform does not answer there any
more. This is what we see now:
</@mail.p>
<@mail.quote text=diagnosis />
<@mail.p>
The name stays yours, and nothing of your platform is lost. As soon as this is set again, your platform is back by itself:
</@mail.p>
<@mail.records of=records instead=instead />
<@mail.p>
You can also move your platform to another name with Change Domain.
</@mail.p>
<@mail.button path="/reseller#custom-domain-name" label="Open Custom Domain Name" />
</@mail.letter>
