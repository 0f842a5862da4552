package io.rocketbots.onboarding.invitation;

import io.rocketbots.onboarding.outbox.Outbox;
import io.rocketbots.onboarding.process.MessageTypes;
import io.rocketbots.onboarding.process.Variables.Nothing;
import io.rocketbots.onboarding.space.SpaceRoster;
import io.rocketbots.onboarding.space.SpaceVisitor;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sends an invitation once more: the links that went out before are dead at once, and its time begins anew. */
@Component
public class ResendInvitation {

    private final Invitations invitations;
    private final InvitationTokens tokens;
    private final SpaceRoster roster;
    private final Outbox outbox;
    private final InvitationTerms terms;
    private final Clock clock;

    ResendInvitation(
            Invitations invitations,
            InvitationTokens tokens,
            SpaceRoster roster,
            Outbox outbox,
            InvitationTerms terms,
            Clock clock) {
        this.invitations = invitations;
        this.tokens = tokens;
        this.roster = roster;
        this.outbox = outbox;
        this.terms = terms;
        this.clock = clock;
    }

    /** How it ended. */
    public enum Result {
        SENT,
        /** The last mail went out a moment ago. */
        TOO_SOON,
        /** It waits for the platform to go live, and goes out then. */
        NOT_LIVE_YET,
        /** It was accepted, revoked or the like. */
        CLOSED,
        /** There is none in this Space that the visitor may send. */
        NOT_THERE
    }

    @Transactional
    public Result resend(SpaceVisitor by, InvitationId id) {
        roster.lock(by.space().id());
        Invitation invitation = invitations
                .findById(id)
                .filter(found -> by.space().id().equals(found.spaceId()))
                .filter(found -> by.role().mayInvite(Objects.requireNonNull(found.role())))
                .orElse(null);
        if (invitation == null) {
            return Result.NOT_THERE;
        }
        if (invitation.state() == InvitationState.PREPARED) {
            return Result.NOT_LIVE_YET;
        }
        if (invitation.state() != InvitationState.OPEN) {
            return Result.CLOSED;
        }
        Instant now = clock.instant();
        Instant sentAt = Objects.requireNonNull(invitation.sentAt());
        if (now.isBefore(sentAt.plus(terms.resendPause()))) {
            return Result.TOO_SOON;
        }
        tokens.voidAll(id);
        invitations.save(invitation.resend(now, terms.validFor()));
        outbox.put(MessageTypes.INVITATION_RESENT, id.value(), id.value().toString(), new Nothing());
        return Result.SENT;
    }
}
