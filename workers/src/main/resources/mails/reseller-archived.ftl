<@mail.letter subject="Good-bye, and thank you">
<@mail.p>
${company} has left the Reseller Program. Your domain is released: remove its CNAME record. All accounts of your platform are closed. Your own account with us stays, without the Reseller Module.
</@mail.p>
<@mail.p>
Thank you for the time with us. You can apply again whenever you like:
</@mail.p>
<@mail.button path="/reseller-program/apply" label="Apply Again" />
</@mail.letter>
