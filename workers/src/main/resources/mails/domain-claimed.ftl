<@mail.letter subject="${domain} is in use by somebody else now">
<@mail.p>
You once had ${domain} for your Reseller Platform and released it. Somebody else has now shown that the domain is theirs and
has set it up for a platform of their own.
</@mail.p>
<@mail.p>
If you gave the domain away, there is nothing to do. If it should still be yours, look at once at who can change its DNS
records, and answer this mail: we sort it out with you.
</@mail.p>
</@mail.letter>
