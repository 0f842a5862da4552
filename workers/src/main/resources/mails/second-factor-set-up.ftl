<@mail.letter subject="A second factor was set up">
<@mail.p>
On ${at} an authenticator app was set up for your ${brand.name} account. From now on signing in asks for a code that it shows.
</@mail.p>
<@mail.p>
If it was you, you need to do nothing. If not, somebody knows your password: answer this mail at once.
</@mail.p>
<@mail.button path="/account#second-factor" label="Open Your Account" />
</@mail.letter>
