<@mail.letter subject="Your platform is open again">
<@mail.p>
The Reseller Platform of ${company} is open again, with everything it held. Your customers need to sign in once more; invitations and Spaces that waited go on.
</@mail.p>
<@mail.button path="/reseller" label="Open Reseller Module" />
</@mail.letter>
