<@mail.letter subject="Your password was changed">
<@mail.p>
The password of your ${brand.name} account was changed on ${changedAt}.
</@mail.p>
<@mail.p>
If it was you, you need to do nothing. If not, set a new password at once, and tell us:
</@mail.p>
<@mail.button path="/forgot-password" label="Set New Password" />
</@mail.letter>
