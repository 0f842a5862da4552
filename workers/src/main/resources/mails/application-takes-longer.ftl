<@mail.letter subject="Your application takes longer than we said">
<@mail.p>
We have not managed to review your application for the Rocketbots Reseller Program in the time we promised. We are sorry.
</@mail.p>
<@mail.p>
Nothing is missing from your side. A team lead has been told and looks after your application now; you hear from us
as soon as it is decided.
</@mail.p>
<@mail.button path="/applications/" + progressToken label="Follow Your Application" />
</@mail.letter>
