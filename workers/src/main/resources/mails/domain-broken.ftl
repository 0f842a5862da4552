<@mail.letter subject="${domain} does not point to your platform any more">
<@mail.p>
The DNS record that connects ${domain} with your Reseller Platform has changed. This is what we see now:
</@mail.p>
<@mail.quote text=diagnosis />
<@mail.p>
Your customers may not reach your platform until the record is right again. Please set it where your domain is managed, or
pass it on to whoever manages it:
</@mail.p>
<@mail.facts of=[["Type", "CNAME"], ["Name", domain], ["Value", target]] />
<@mail.p>
We look for it every hour. If it is not there by <@mail.strong>${suspendAt}</@mail.strong>, we suspend the domain for your customers'
safety: the name stays yours, but your platform does not answer there until the record is back.
</@mail.p>
<@mail.button path="/reseller#custom-domain-name" label="Open Custom Domain Name" />
</@mail.letter>
