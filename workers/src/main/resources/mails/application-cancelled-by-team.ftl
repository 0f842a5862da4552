<@mail.letter subject="Your application is cancelled">
<@mail.p>
The Rocketbots team has cancelled your application for the Rocketbots Reseller Program. This is why:
</@mail.p>
<@mail.quote text=reason />
<@mail.p>
The application is closed now, and you need to do nothing more. If you think this is a mistake, answer this mail. When
things have changed, you are welcome to apply again.
</@mail.p>
</@mail.letter>
