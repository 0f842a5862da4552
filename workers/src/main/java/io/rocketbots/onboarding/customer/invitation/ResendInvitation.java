package io.rocketbots.onboarding.customer.invitation;

import io.rocketbots.onboarding.customer.space.SpaceRoster;
import io.rocketbots.onboarding.customer.space.SpaceVisitor;
import io.rocketbots.onboarding.kernel.id.InvitationId;
import io.rocketbots.onboarding.kernel.id.ResellerId;
import io.rocketbots.onboarding.kernel.outbox.Outbox;
import io.rocketbots.onboarding.process.MessageTypes;
import io.rocketbots.onboarding.process.Variables.Nothing;
import io.rocketbots.onboarding.tenancy.reseller.Resellers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sends an invitation once more: the links that went out before are dead at once, and its time begins anew. */
@Component
public class ResendInvitation {

    private final Invitations invitations;
    private final InvitationTokens tokens;
    private final SpaceRoster roster;
    private final Resellers resellers;
    private final Outbox outbox;
    private final InvitationTerms terms;
    private final Clock clock;

    ResendInvitation(
            Invitations invitations,
            InvitationTokens tokens,
            SpaceRoster roster,
            Resellers resellers,
            Outbox outbox,
            InvitationTerms terms,
            Clock clock) {
        this.invitations = invitations;
        this.tokens = tokens;
        this.roster = roster;
        this.resellers = resellers;
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
        return invitations
                .findById(id)
                .filter(found -> by.space().id().equals(found.spaceId()))
                .filter(found -> by.role().mayInvite(Objects.requireNonNull(found.role())))
                .map(this::resend)
                .orElse(Result.NOT_THERE);
    }

    /** The same of an invitation into the team of a reseller, asked by one of its members. */
    @Transactional
    public Result resend(ResellerId team, InvitationId id) {
        boolean closed = resellers.lock(team).state().isClosedForNow();
        return invitations
                .findById(id)
                .filter(found -> team.equals(found.resellerId()))
                .map(found -> closed ? Result.CLOSED : resend(found))
                .orElse(Result.NOT_THERE);
    }

    /** How long it is until an open invitation can be sent again; zero or less when it can. */
    public Duration pauseLeft(Invitation invitation) {
        Instant sentAt = Objects.requireNonNull(invitation.sentAt());
        return Duration.between(clock.instant(), sentAt.plus(terms.resendPause()));
    }

    private Result resend(Invitation invitation) {
        if (invitation.state() == InvitationState.PREPARED) {
            return Result.NOT_LIVE_YET;
        }
        if (invitation.state() != InvitationState.OPEN) {
            return Result.CLOSED;
        }
        if (pauseLeft(invitation).isPositive()) {
            return Result.TOO_SOON;
        }
        tokens.voidAll(invitation.id());
        invitations.save(invitation.resend(clock.instant(), terms.validFor()));
        UUID id = invitation.id().value();
        outbox.put(MessageTypes.INVITATION_RESENT, id, id.toString(), new Nothing());
        return Result.SENT;
    }
}
