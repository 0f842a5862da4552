<@mail.letter subject="Your onboarding is cancelled">
<@mail.p>
As asked for, we have ended the onboarding of ${company}. The reseller account is closed and your domain is free again.
</@mail.p>
<@mail.p>
You need to do nothing more. If this was a mistake, answer this mail.
</@mail.p>
</@mail.letter>
