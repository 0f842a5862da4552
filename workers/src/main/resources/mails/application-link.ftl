<@mail.letter subject="The link to your application">
<@mail.p>
There is an application for the Rocketbots Reseller Program with your address. Here is the link to follow it:
</@mail.p>
<@mail.button path="/applications/" + progressToken label="Follow Your Application" />
<@mail.p>
The link needs no password, so please do not pass it on. If it was not you who asked for it, you need to do nothing.
</@mail.p>
</@mail.letter>
