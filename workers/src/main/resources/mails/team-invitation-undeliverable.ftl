<@mail.letter subject="An invitation could not be delivered">
<@mail.p>
You invited <@mail.strong>${email}</@mail.strong> to the team of <@mail.strong>${company}</@mail.strong>, but there is no mailbox at that address.
</@mail.p>
<@mail.p>
Please check the address with the person and invite them again at the right one. The old invitation has ended.
</@mail.p>
<@mail.button path="/reseller#team-members" label="See Team Members" />
</@mail.letter>
