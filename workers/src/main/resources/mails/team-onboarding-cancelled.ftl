<@mail.letter subject="Cancelled: ${company}">
<@mail.p>
The onboarding of ${company} was cancelled by ${cancelledBy}. Open tasks are closed, the account is disabled and the
domain released. You need to do nothing.
</@mail.p>
<@mail.button path="/team/applications/" + applicationId label="Open Application" />
</@mail.letter>
