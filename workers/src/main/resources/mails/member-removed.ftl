<@mail.letter subject="You are no longer in the team of " + company>
<@mail.p>
Somebody of <@mail.strong>${company}</@mail.strong> has taken you out of the team, so you cannot open its Reseller Module any more. Your account and your own Spaces stay yours.
</@mail.p>
<@mail.p>
If you think this is a mistake, ask the owner of ${company}.
</@mail.p>
</@mail.letter>
