<@mail.letter subject="Your onboarding is cancelled">
<@mail.p>
The Rocketbots team has cancelled your onboarding. This is why:
</@mail.p>
<@mail.quote text=reason />
<@mail.p>
The reseller account is closed and your domain is free again. You need to do nothing more. If you think this is a
mistake, answer this mail.
</@mail.p>
</@mail.letter>
