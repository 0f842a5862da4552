<@mail.letter subject="Welcome to the Rocketbots Reseller Program">
<@mail.p>
Congratulations: your application is approved, and your company is now a Rocketbots Reseller Partner.
</@mail.p>
<#if message?has_content>
<@mail.p>
A word from your reviewer:
</@mail.p>
<@mail.quote text=message />
</#if>
<@mail.p>
Your reseller account is ready. Set a password to sign in for the first time:
</@mail.p>
<@mail.button path="/activate/" + activationToken label="Set Your Password" />
<@mail.p>
The link works until <@mail.strong>${validUntil}</@mail.strong>. Once you are in, the Reseller Module leads you through your brand
and your domain.
</@mail.p>
</@mail.letter>
