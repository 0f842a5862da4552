<@mail.letter subject="Your platform is live">
<@mail.p>
It is done: your platform answers at <@mail.strong>${domain}</@mail.strong>, in your brand.
</@mail.p>
<@mail.p>
Sign in there with the email and the password you already use. Your customers will see your name, your colours and
your domain only.
</@mail.p>
<@mail.button path="/sign-in" label="Open Your Platform" />
</@mail.letter>
