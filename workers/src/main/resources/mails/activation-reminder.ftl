<@mail.letter subject="Your reseller account is waiting for you">
<@mail.p>
Your reseller account is ready, but has no password yet. It takes a minute:
</@mail.p>
<@mail.button path="/activate/" + activationToken label="Set Your Password" />
<@mail.p>
The link works until <@mail.strong>${validUntil}</@mail.strong>. If something keeps you from it, answer this mail and we help.
</@mail.p>
</@mail.letter>
