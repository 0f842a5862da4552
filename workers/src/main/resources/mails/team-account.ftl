<@mail.letter subject="Your account in the team of the Rocketbots Reseller Program">
<@mail.p>
You have been added to the team that looks after applications and resellers. Set a password to sign in for the first time:
</@mail.p>
<@mail.button path="/activate/" + activationToken label="Set Your Password" />
<@mail.p>
The link works until <@mail.strong>${validUntil}</@mail.strong>. If it has run out, <@mail.strong>Forgot Password?</@mail.strong> on the
sign-in page sends another one.
</@mail.p>
</@mail.letter>
