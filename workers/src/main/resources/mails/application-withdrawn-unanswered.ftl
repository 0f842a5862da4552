<@mail.letter subject="We have closed your application">
<@mail.p>
We asked you a question about your application for the Rocketbots Reseller Program and had no answer, so we have closed it.
</@mail.p>
<@mail.p>
If you are still interested, you are welcome to apply again:
</@mail.p>
<@mail.button path="/reseller-program/apply" label="Apply Again" />
</@mail.letter>
