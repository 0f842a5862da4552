<@mail.letter subject="Your second factor was turned off">
<@mail.p>
On ${at} <#if byTeam>a colleague reset the second factor of your ${brand.name} account, and every session of it has ended<#else>the second factor of your ${brand.name} account was turned off</#if>. Its authenticator app and its recovery codes count for nothing any more<#if byTeam>; you set up another one when you sign in next<#else>, and your password alone signs you in</#if>.
</@mail.p>
<@mail.p>
If you <#if byTeam>asked for it<#else>did it</#if>, you need to do nothing. If not, set a new password at once, and tell us:
</@mail.p>
<@mail.button path="/forgot-password" label="Set New Password" />
</@mail.letter>
