<@mail.letter subject="Your platform is closed">
<@mail.p>
<#if byReseller>As you asked, we<#else>We</#if> have closed the Reseller Platform of ${company}. Your customers see a notice in your brand that asks them to turn to you; it does not name us.
</@mail.p>
<@mail.p>
Until <@mail.strong>${endsAt}</@mail.strong> everything is kept: download your data in the Reseller Module<#if byReseller>, or press <@mail.strong>Stay with Us</@mail.strong> there, and everything is as it was<#else>. If you think this is a mistake, answer this mail</#if>. After that your domain is released and all accounts of your platform are closed.
</@mail.p>
<@mail.button path="/reseller#your-data" label="Open Your Data" />
</@mail.letter>
