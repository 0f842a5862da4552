<@mail.letter subject="Your brand is still missing">
<@mail.p>
Your Reseller Platform needs your brand before it can go live. This is still missing:
</@mail.p>
<@mail.points of=missing />
<@mail.p>
You find it in the Reseller Module under <@mail.strong>Platform Appearance</@mail.strong>, with a preview of how it will look:
</@mail.p>
<@mail.button path="/reseller#platform-appearance" label="Complete Your Brand" />
</@mail.letter>
