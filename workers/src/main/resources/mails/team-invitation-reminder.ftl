<@mail.letter subject="Your invitation to the team of " + company + " is waiting">
<@mail.p>
${inviter} has invited you to the Reseller Module of <@mail.strong>${company}</@mail.strong>, and the invitation still waits for you:
</@mail.p>
<@mail.button path="/invitations/" + invitationToken label="Open Invitation" />
<@mail.p>
It is for ${to.email} and works until <@mail.strong>${validUntil}</@mail.strong>. If you do not want to join, you need to do nothing.
</@mail.p>
</@mail.letter>
