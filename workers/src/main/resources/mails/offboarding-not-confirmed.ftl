<@mail.letter subject="About your wish to leave">
<@mail.p>
You asked to leave the Reseller Program with ${company}. We would like to talk to you first, so nothing has changed yet: answer this mail, or start again in the Reseller Module if your mind is made up.
</@mail.p>
<@mail.button path="/reseller#your-data" label="Open Your Data" />
</@mail.letter>
