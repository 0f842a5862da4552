<@mail.letter subject="Your platform is suspended">
<@mail.p>
We have suspended the Reseller Platform of ${company}. Your customers see a notice in your brand that asks them to turn to you; it does not name us. This is why:
</@mail.p>
<@mail.quote text=category + ": " + reason />
<@mail.p>
Nothing is lost: Spaces, contacts and your domain stay as they are. Invitations and new Spaces wait. Your Reseller Module can be read, and you can download your data there.
</@mail.p>
<@mail.button path="/reseller" label="Open Reseller Module" />
<@mail.p>
Answer this mail to settle it with us.
</@mail.p>
</@mail.letter>
