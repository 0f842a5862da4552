<@mail.letter subject="A recovery code was used">
<@mail.p>
On ${at} somebody signed in to your ${brand.name} account, or confirmed that it is theirs, with a recovery code in place of the authenticator app. <#if codesLeft == 0>It was the last one: make new ones.<#else>${codesLeft} <#if codesLeft == 1>is<#else>are</#if> left.</#if>
</@mail.p>
<@mail.p>
If it was you, you need to do nothing. If not, somebody knows your password and has your codes: set a new password at once, and tell us.
</@mail.p>
<@mail.button path="/account#second-factor" label="Open Your Account" />
</@mail.letter>
