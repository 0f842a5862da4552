package io.rocketbots.onboarding.customer.invitation;

import io.rocketbots.onboarding.customer.space.SpaceOpened;
import io.rocketbots.onboarding.kernel.id.PlatformId;
import io.rocketbots.onboarding.kernel.id.ResellerId;
import io.rocketbots.onboarding.kernel.mail.Mails;
import io.rocketbots.onboarding.kernel.mail.Recipient;
import io.rocketbots.onboarding.kernel.outbox.Outbox;
import io.rocketbots.onboarding.process.MessageTypes;
import io.rocketbots.onboarding.process.Variables.ForInvitation;
import io.rocketbots.onboarding.process.Variables.Nothing;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Lets the invitations go out that waited for a Reseller Platform to be live, or to be open again. */
@Component
public class ReleaseInvitations {

    private final Invitations invitations;
    private final InvitationTokens tokens;
    private final Outbox outbox;
    private final Mails mails;
    private final InvitationTerms terms;
    private final Clock clock;

    ReleaseInvitations(
            Invitations invitations,
            InvitationTokens tokens,
            Outbox outbox,
            Mails mails,
            InvitationTerms terms,
            Clock clock) {
        this.invitations = invitations;
        this.tokens = tokens;
        this.outbox = outbox;
        this.mails = mails;
        this.terms = terms;
        this.clock = clock;
    }

    /** Called in the transaction that makes the reseller live, once its row is saved. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void of(ResellerId reseller) {
        Instant now = clock.instant();
        for (Invitation prepared :
                invitations.findByPlatformIdAndState(PlatformId.of(reseller), InvitationState.PREPARED)) {
            invitations.save(prepared.open(now, terms.validFor()));
            UUID id = prepared.id().value();
            outbox.put(MessageTypes.INVITATION_REQUESTED, id, id.toString(), new ForInvitation(id));
        }
    }

    /**
     * Lets the mails go that waited for it, and sends those anew whose time ran out while nobody could accept them. Called
     * in the transaction that opens the platform again, once the reseller's row is saved.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void againOf(ResellerId reseller) {
        sendAgain(Stream.concat(
                invitations.findByPlatformIdAndState(PlatformId.of(reseller), InvitationState.OPEN).stream(),
                invitations.findByResellerIdAndStateIn(reseller, List.of(InvitationState.OPEN)).stream()));
    }

    /** The same for one Space. */
    @EventListener
    void opened(SpaceOpened event) {
        sendAgain(invitations.findBySpaceIdOrderByCreatedAtDesc(event.space()).stream()
                .filter(invitation -> invitation.state() == InvitationState.OPEN));
    }

    private void sendAgain(Stream<Invitation> open) {
        Instant now = clock.instant();
        open.forEach(invitation -> {
            if (invitation.isOpenAt(now)) {
                mails.tryNow(Recipient.invitee(invitation.id()));
            } else {
                tokens.voidAll(invitation.id());
                invitations.save(invitation.resend(now, terms.validFor()));
                UUID id = invitation.id().value();
                outbox.put(MessageTypes.INVITATION_RESENT, id, id.toString(), new Nothing());
            }
        });
    }
}
