<@mail.letter subject="We have ended your onboarding">
<@mail.p>
We have ended your onboarding as a Rocketbots Reseller Partner. This is why:
</@mail.p>
<@mail.quote text=reason />
<@mail.p>
If you want to go on after all, answer this mail, or apply again at any time:
</@mail.p>
<@mail.button path="/reseller-program/apply" label="Apply Again" />
</@mail.letter>
