package io.rocketbots.onboarding.offboarding;

import io.rocketbots.onboarding.invitation.Invitation;
import io.rocketbots.onboarding.invitation.InvitationState;
import io.rocketbots.onboarding.invitation.Invitations;
import io.rocketbots.onboarding.outbox.Outbox;
import io.rocketbots.onboarding.platform.PlatformId;
import io.rocketbots.onboarding.process.MessageTypes;
import io.rocketbots.onboarding.process.Variables.Nothing;
import io.rocketbots.onboarding.reseller.Reseller;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Takes back the invitations to a platform whose reseller has left. */
@Component
class EndInvitations implements EndsWithReseller {

    private final Invitations invitations;
    private final Outbox outbox;
    private final Clock clock;

    EndInvitations(Invitations invitations, Outbox outbox, Clock clock) {
        this.invitations = invitations;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public void end(Reseller reseller) {
        invitations
                .findByPlatformIdAndState(PlatformId.of(reseller.id()), InvitationState.OPEN)
                .forEach(this::revoke);
    }

    private void revoke(Invitation open) {
        invitations.save(open.revoke(clock.instant()));
        outbox.put(
                MessageTypes.INVITATION_REVOKED,
                open.id().value(),
                open.id().value().toString(),
                new Nothing());
    }
}
