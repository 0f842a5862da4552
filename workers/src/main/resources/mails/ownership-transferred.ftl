<@mail.letter subject="You have transferred the ownership of " + company>
<@mail.p>
${owner} is the owner of the Reseller Module of <@mail.strong>${company}</@mail.strong> now, and our mail about it goes there. You are still in the team.
</@mail.p>
<@mail.button path="/reseller#team-members" label="See Team Members" />
<@mail.p>
If this was not you, change your password at once and answer this mail.
</@mail.p>
</@mail.letter>
