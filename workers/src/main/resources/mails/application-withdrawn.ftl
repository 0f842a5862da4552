<@mail.letter subject="Your application is withdrawn">
<@mail.p>
You have withdrawn your application for the Rocketbots Reseller Program. It is closed now, and you need to
do nothing more.
</@mail.p>
<@mail.p>
If you change your mind, you are welcome to apply again:
</@mail.p>
<@mail.button path="/reseller-program/apply" label="Apply Again" />
</@mail.letter>
