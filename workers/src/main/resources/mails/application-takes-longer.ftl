<@mail.letter subject="Your application takes longer than we said">
<@mail.p>
We promised to review the application of ${company} within 72 hours and have not managed it. We are sorry.
</@mail.p>
<@mail.p>
Nothing is missing from your side. A team lead has been told and looks after your application now; you hear from us
as soon as it is decided.
</@mail.p>
<@mail.button path="/applications/" + progressToken label="Follow Your Application" />
</@mail.letter>
