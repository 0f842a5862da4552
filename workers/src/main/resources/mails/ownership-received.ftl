<@mail.letter subject="You are the owner of " + company + " now">
<@mail.p>
${former} has made you the owner of the Reseller Module of <@mail.strong>${company}</@mail.strong>. From now on our mail about it goes to you.
</@mail.p>
<@mail.button path="/reseller#team-members" label="See Team Members" />
<@mail.p>
If you did not expect this, talk to ${former}; you can transfer the ownership to somebody else of the team.
</@mail.p>
</@mail.letter>
