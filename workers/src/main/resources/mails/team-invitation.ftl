<@mail.letter subject="You are invited to the team of " + company>
<@mail.p>
${inviter} invites you to the Reseller Module of <@mail.strong>${company}</@mail.strong>.
</@mail.p>
<@mail.p>
Open the invitation to choose a name and a password, or to join with the account you already have with us:
</@mail.p>
<@mail.button path="/invitations/" + invitationToken label="Open Invitation" />
<@mail.p>
The invitation is for ${to.email} and works until <@mail.strong>${validUntil}</@mail.strong>. If you do not know what this is about, you need to do nothing.
</@mail.p>
</@mail.letter>
