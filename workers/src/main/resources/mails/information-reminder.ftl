<@mail.letter subject="We are waiting for your answer">
<@mail.p>
To go on with your application for the Rocketbots Reseller Program, we still need your answer:
</@mail.p>
<@mail.quote text=question />
<@mail.p>
Please answer by <@mail.strong>${answerBy}</@mail.strong>. Without an answer the application ends then; you could apply again at
any time.
</@mail.p>
<@mail.button path="/applications/" + progressToken label="Answer Now" />
</@mail.letter>
