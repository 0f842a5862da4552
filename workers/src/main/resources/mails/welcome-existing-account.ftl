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
We have added the Reseller Module to the Rocketbots account you already have. Sign in with your usual password, open
the menu with your name at the top right and choose <@mail.strong>Reseller</@mail.strong>.
</@mail.p>
<@mail.button path="/sign-in" label="Sign In" />
</@mail.letter>
