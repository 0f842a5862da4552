<@mail.letter subject="Set a new password">
<@mail.p>
Somebody asked for a new password for the ${brand.name} account of ${to.email}. If it was you, set it here:
</@mail.p>
<@mail.button path="/reset-password/" + resetToken label="Set New Password" />
<@mail.p>
The link works until <@mail.strong>${validUntil}</@mail.strong>. If it was not you, you need to do nothing: your password stays as it is.
</@mail.p>
</@mail.letter>
