<@mail.letter subject="${domain} does not point to your platform any more">
<@mail.p>
${domain} does not lead to your Reseller Platform any more. This is what we see now:
</@mail.p>
<@mail.quote text=diagnosis />
<@mail.p>
Your customers may not reach your platform until that is right again. This is what must be set where your domain is managed;
please see to it, or pass it on to whoever does:
</@mail.p>
<@mail.records of=records instead=instead />
<@mail.p>
We look every hour. If it is not right by <@mail.strong>${suspendAt}</@mail.strong>, we suspend the domain for your customers'
safety: the name stays yours, but your platform does not answer there until it is.
</@mail.p>
<@mail.button path="/reseller#custom-domain-name" label="Open Custom Domain Name" />
</@mail.letter>
