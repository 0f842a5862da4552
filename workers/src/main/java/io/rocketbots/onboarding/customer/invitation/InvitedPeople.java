package io.rocketbots.onboarding.customer.invitation;

import io.rocketbots.onboarding.kernel.id.InvitationId;
import io.rocketbots.onboarding.kernel.mail.Addressee;
import io.rocketbots.onboarding.kernel.mail.InviteeAddresses;
import io.rocketbots.onboarding.kernel.mail.MailRefused;
import io.rocketbots.onboarding.kernel.mail.Recipient;
import io.rocketbots.onboarding.kernel.outbox.Outbox;
import io.rocketbots.onboarding.process.MessageTypes;
import io.rocketbots.onboarding.process.Variables.Nothing;
import java.time.Clock;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the mails where invited people are reached, and hears from them when somebody is not. */
@Component
class InvitedPeople implements InviteeAddresses {

    private final Invitations invitations;
    private final InvitationTokens tokens;
    private final Outbox outbox;
    private final Clock clock;

    InvitedPeople(Invitations invitations, InvitationTokens tokens, Outbox outbox, Clock clock) {
        this.invitations = invitations;
        this.tokens = tokens;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Nobody knows their name yet. */
    @Override
    public Optional<Addressee> of(InvitationId id) {
        return invitations
                .findById(id)
                .filter(invitation -> invitation.state() == InvitationState.OPEN)
                .map(invitation -> new Addressee("", invitation.email()));
    }

    /** In the transaction that notes the refusal. */
    @EventListener
    void end(MailRefused refused) {
        if (refused.recipient() instanceof Recipient.Invitee(InvitationId id)) {
            invitations
                    .findById(id)
                    .filter(invitation -> invitation.state() == InvitationState.OPEN)
                    .ifPresent(this::end);
        }
    }

    private void end(Invitation invitation) {
        invitations.save(invitation.bounce(clock.instant()));
        tokens.voidAll(invitation.id());
        outbox.put(
                MessageTypes.INVITATION_UNDELIVERABLE,
                invitation.id().value(),
                invitation.id().value().toString(),
                new Nothing());
    }
}
