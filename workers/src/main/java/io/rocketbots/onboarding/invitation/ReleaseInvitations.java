package io.rocketbots.onboarding.invitation;

import io.rocketbots.onboarding.outbox.Outbox;
import io.rocketbots.onboarding.platform.PlatformId;
import io.rocketbots.onboarding.process.MessageTypes;
import io.rocketbots.onboarding.process.Variables.ForInvitation;
import io.rocketbots.onboarding.reseller.ResellerId;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Lets the invitations go out that were prepared before the Reseller Platform was live. */
@Component
public class ReleaseInvitations {

    private final Invitations invitations;
    private final Outbox outbox;
    private final InvitationTerms terms;
    private final Clock clock;

    ReleaseInvitations(Invitations invitations, Outbox outbox, InvitationTerms terms, Clock clock) {
        this.invitations = invitations;
        this.outbox = outbox;
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
}
