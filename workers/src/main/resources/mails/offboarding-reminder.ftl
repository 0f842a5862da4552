<@mail.letter subject="Your platform ends soon">
<@mail.p>
The Reseller Platform of ${company} ends for good on <@mail.strong>${endsAt}</@mail.strong>. Download your data before that<#if byReseller>, or stay with us<#else>, or answer this mail if you think this is a mistake</#if>.
</@mail.p>
<@mail.button path="/reseller#your-data" label="Open Your Data" />
</@mail.letter>
