package io.rocketbots.onboarding.invitation;

import io.rocketbots.onboarding.outbox.Outbox;
import io.rocketbots.onboarding.process.MessageTypes;
import io.rocketbots.onboarding.process.Variables.Nothing;
import io.rocketbots.onboarding.space.SpaceRoster;
import io.rocketbots.onboarding.space.SpaceVisitor;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes an invitation back: its links are dead at once. */
@Component
public class RevokeInvitation {

    private final Invitations invitations;
    private final InvitationTokens tokens;
    private final SpaceRoster roster;
    private final Outbox outbox;
    private final Clock clock;

    RevokeInvitation(Invitations invitations, InvitationTokens tokens, SpaceRoster roster, Outbox outbox, Clock clock) {
        this.invitations = invitations;
        this.tokens = tokens;
        this.roster = roster;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** False when there is none that can still be taken back; then it stays as it is. */
    @Transactional
    public boolean revoke(SpaceVisitor by, InvitationId id) {
        roster.lock(by.space().id());
        Optional<Invitation> invitation = invitations
                .findById(id)
                .filter(found -> by.space().id().equals(found.spaceId()))
                .filter(found -> by.role().mayInvite(Objects.requireNonNull(found.role())))
                .filter(found -> found.state().isPending());
        invitation.ifPresent(this::revoke);
        return invitation.isPresent();
    }

    private void revoke(Invitation invitation) {
        boolean running = invitation.state() == InvitationState.OPEN;
        invitations.save(invitation.revoke(clock.instant()));
        tokens.voidAll(invitation.id());
        if (running) {
            outbox.put(
                    MessageTypes.INVITATION_REVOKED,
                    invitation.id().value(),
                    invitation.id().value().toString(),
                    new Nothing());
        }
    }
}
