<@mail.letter subject="Good that you stay">
<@mail.p>
The Reseller Platform of ${company} goes on, and everything is as it was. Your customers may need to sign in once more.
</@mail.p>
<@mail.button path="/reseller" label="Open Reseller Module" />
</@mail.letter>
