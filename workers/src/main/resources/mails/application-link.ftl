<@mail.letter subject="The link to your application">
<@mail.p>
We have an application of ${company} for the Rocketbots Reseller Program. Here is the link to follow it:
</@mail.p>
<@mail.button path="/applications/" + progressToken label="Follow Your Application" />
<@mail.p>
The link needs no password, so please do not pass it on. If it was not you who asked for it, you need to do nothing.
</@mail.p>
</@mail.letter>
