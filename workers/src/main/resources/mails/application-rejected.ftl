<@mail.letter subject="About your application">
<@mail.p>
Thank you for your interest in the Rocketbots Reseller Program. We have looked at your application closely
and cannot accept it. This is why:
</@mail.p>
<@mail.quote text=reason />
<@mail.p>
If something important was missing, answer this mail. When things have changed, you are welcome to apply again.
</@mail.p>
</@mail.letter>
