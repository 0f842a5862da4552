<@mail.letter subject="${domain} points to your platform again">
<@mail.p>
The DNS record of ${domain} is right again, and your Reseller Platform answers there. There is nothing more to do: we go on
watching the record.
</@mail.p>
<@mail.button path="/reseller#custom-domain-name" label="Open Custom Domain Name" />
</@mail.letter>
