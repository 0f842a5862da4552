<@mail.letter subject="Ended: ${company}">
<@mail.p>
The onboarding of ${company} has ended:
</@mail.p>
<@mail.quote text=reason />
<@mail.p>
Open tasks are closed, the account is disabled and the domain released. You need to do nothing.
</@mail.p>
<@mail.button path="/team/applications/" + applicationId label="Open Application" />
</@mail.letter>
