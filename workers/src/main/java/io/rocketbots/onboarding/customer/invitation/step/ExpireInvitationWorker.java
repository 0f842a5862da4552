package io.rocketbots.onboarding.customer.invitation.step;

import io.rocketbots.onboarding.customer.invitation.Invitation;
import io.rocketbots.onboarding.customer.invitation.InvitationState;
import io.rocketbots.onboarding.customer.invitation.InvitationTerms;
import io.rocketbots.onboarding.customer.invitation.Invitations;
import io.rocketbots.onboarding.customer.space.Spaces;
import io.rocketbots.onboarding.kernel.id.InvitationId;
import io.rocketbots.onboarding.kernel.job.Job;
import io.rocketbots.onboarding.kernel.job.LocalStepWorker;
import io.rocketbots.onboarding.kernel.job.Outcome;
import io.rocketbots.onboarding.process.JobType;
import io.rocketbots.onboarding.process.JobTypes;
import io.rocketbots.onboarding.process.Variables.ForInvitation;
import io.rocketbots.onboarding.process.Variables.InvitationExpired;
import io.rocketbots.onboarding.tenancy.reseller.Resellers;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * Ends an invitation that nobody accepted, unless it was accepted or sent again at the last moment, or could not be
 * accepted since the Space or platform is closed for now: then it waits on, and is sent anew when that opens.
 */
@Component
class ExpireInvitationWorker implements LocalStepWorker<ForInvitation, InvitationExpired> {

    private final Invitations invitations;
    private final Resellers resellers;
    private final Spaces spaces;
    private final InvitationTerms terms;
    private final Clock clock;

    ExpireInvitationWorker(
            Invitations invitations, Resellers resellers, Spaces spaces, InvitationTerms terms, Clock clock) {
        this.invitations = invitations;
        this.resellers = resellers;
        this.spaces = spaces;
        this.terms = terms;
        this.clock = clock;
    }

    @Override
    public JobType<ForInvitation, InvitationExpired> jobType() {
        return JobTypes.EXPIRE_INVITATION;
    }

    @Override
    public Outcome<InvitationExpired> apply(ForInvitation input, Job job) {
        Invitation invitation = invitations.get(new InvitationId(input.invitationId()));
        Instant now = clock.instant();
        if (invitation.state() == InvitationState.OPEN
                && !wasJustSentAgain(invitation, now)
                && !Standing.isClosedForNow(invitation, resellers, spaces)) {
            invitations.save(invitation.expire(now));
            return Outcome.done(new InvitationExpired(Standing.EXPIRED));
        }
        return Outcome.done(new InvitationExpired(
                invitation.state() == InvitationState.EXPIRED || invitation.state() == InvitationState.UNDELIVERABLE
                        ? Standing.EXPIRED
                        : Standing.of(invitation)));
    }

    /** Half its time is a wide margin: the engine's clock is another one. */
    private boolean wasJustSentAgain(Invitation invitation, Instant now) {
        return invitation.isOpenAt(now.plus(terms.validFor().dividedBy(2)));
    }
}
