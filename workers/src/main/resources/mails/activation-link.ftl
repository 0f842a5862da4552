<@mail.letter subject="Your new link to set a password">
<@mail.p>
Here is the new link you asked for. With it you set the password of your account:
</@mail.p>
<@mail.button path="/activate/" + activationToken label="Set Your Password" />
<@mail.p>
The link works until <@mail.strong>${validUntil}</@mail.strong>. Earlier links stop working once you use it.
</@mail.p>
</@mail.letter>
