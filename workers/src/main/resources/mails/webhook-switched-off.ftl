<@mail.letter subject="A webhook endpoint was switched off">
<@mail.p>
Your endpoint <@mail.strong>${url}</@mail.strong> has not taken our messages for days, so we have switched it off. Events are not sent there any more.
</@mail.p>
<@mail.p>
Once it works again, switch it on in the Reseller Module. What was missed can be sent again there, message by message.
</@mail.p>
<@mail.button path="/reseller#webhooks" label="Open Webhooks" />
</@mail.letter>
