<@mail.letter subject="Choose the domain of your platform">
<@mail.p>
Your Reseller Platform needs a domain of yours before it can go live, for example <@mail.strong>chat.your-company.example</@mail.strong>.
</@mail.p>
<@mail.p>
Please enter it by <@mail.strong>${requestBy}</@mail.strong>; without a domain the onboarding ends then.
</@mail.p>
<@mail.button path="/reseller#custom-domain-name" label="Enter Your Domain" />
</@mail.letter>
