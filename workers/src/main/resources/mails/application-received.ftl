<@mail.letter subject="We have received your application">
<@mail.p>
Thank you for applying for the Rocketbots Reseller Program. We review every application ourselves and answer by <@mail.strong>${reviewedBy}</@mail.strong>.
</@mail.p>
<@mail.p>
You need to do nothing until then. This page always shows how far we are:
</@mail.p>
<@mail.button path="/applications/" + progressToken label="Follow Your Application" />
<@mail.p>
Keep this mail: the link needs no password, so please do not pass it on. If it was not you who applied, you need to do
nothing.
</@mail.p>
</@mail.letter>
