<@mail.letter subject="Please change the DNS records of ${domain}">
<@mail.p>
${domain} leads to your Reseller Platform by its address, and that address changes. This is set now and is old:
</@mail.p>
<@mail.quote text=outdated />
<@mail.p>
Your platform still answers there, but not for ever. Please remove what is old and set this where your domain is managed, or
pass it on to whoever manages it:
</@mail.p>
<@mail.records of=records instead=instead />
<@mail.p>
A record of the first kind follows by itself whenever an address changes, so that we need not write to you about it again.
</@mail.p>
<@mail.button path="/reseller#custom-domain-name" label="Open Custom Domain Name" />
</@mail.letter>
