<@mail.letter subject="Nobody has joined ${space} yet">
<@mail.p>
The Space <@mail.strong>${space}</@mail.strong> is ready, but nobody has joined it yet.
</@mail.p>
<@mail.p>
You give your customer access in the Reseller Module under <@mail.strong>Spaces</@mail.strong>: open <@mail.strong>More Actions</@mail.strong> next to the Space and choose <@mail.strong>Add User</@mail.strong>. Those you have invited already get a new link there under <@mail.strong>Users</@mail.strong>.
</@mail.p>
<@mail.button path="/reseller#spaces" label="Open Spaces" />
</@mail.letter>
