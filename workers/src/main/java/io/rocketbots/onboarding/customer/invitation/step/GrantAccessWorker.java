package io.rocketbots.onboarding.customer.invitation.step;

import io.rocketbots.onboarding.customer.invitation.Invitation;
import io.rocketbots.onboarding.customer.invitation.InvitationKind;
import io.rocketbots.onboarding.customer.invitation.InvitationState;
import io.rocketbots.onboarding.customer.invitation.Invitations;
import io.rocketbots.onboarding.customer.space.SpaceRole;
import io.rocketbots.onboarding.customer.space.Spaces;
import io.rocketbots.onboarding.kernel.id.InvitationId;
import io.rocketbots.onboarding.kernel.job.Job;
import io.rocketbots.onboarding.kernel.job.LocalStepWorker;
import io.rocketbots.onboarding.kernel.job.Outcome;
import io.rocketbots.onboarding.kernel.outbox.Outbox;
import io.rocketbots.onboarding.kernel.timeline.Timeline;
import io.rocketbots.onboarding.process.JobType;
import io.rocketbots.onboarding.process.JobTypes;
import io.rocketbots.onboarding.process.MessageTypes;
import io.rocketbots.onboarding.process.Variables.ForInvitation;
import io.rocketbots.onboarding.process.Variables.Nothing;
import io.rocketbots.onboarding.tenancy.reseller.Resellers;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Tells whom it concerns that somebody has joined. The access itself came with the acceptance, in one transaction: to
 * give it here again could give it back to somebody who was removed in between.
 */
@Component
class GrantAccessWorker implements LocalStepWorker<ForInvitation, Nothing> {

    private final Invitations invitations;
    private final Spaces spaces;
    private final Resellers resellers;
    private final Outbox outbox;
    private final Timeline timeline;
    private final Clock clock;

    GrantAccessWorker(
            Invitations invitations,
            Spaces spaces,
            Resellers resellers,
            Outbox outbox,
            Timeline timeline,
            Clock clock) {
        this.invitations = invitations;
        this.spaces = spaces;
        this.resellers = resellers;
        this.outbox = outbox;
        this.timeline = timeline;
        this.clock = clock;
    }

    @Override
    public JobType<ForInvitation, Nothing> jobType() {
        return JobTypes.GRANT_ACCESS;
    }

    @Override
    public Outcome<Nothing> apply(ForInvitation input, Job job) {
        Invitation invitation = invitations.get(new InvitationId(input.invitationId()));
        if (invitation.state() == InvitationState.ACCEPTED && invitation.grantedAt() == null) {
            invitations.save(invitation.grant(clock.instant()));
            if (invitation.role() == SpaceRole.OWNER) {
                tellOfOwner(invitation);
            }
            if (invitation.kind() == InvitationKind.TEAM) {
                timeline.tellTeam(
                        resellers.get(invitation.reseller()).applicationId(),
                        Timeline.SYSTEM,
                        "An invited person joined the reseller's team members.");
            }
        }
        return Outcome.done();
    }

    private void tellOfOwner(Invitation invitation) {
        UUID space = invitation.space().value();
        outbox.put(MessageTypes.SPACE_OWNER_JOINED, space, space.toString(), new Nothing());
        invitation
                .platformId()
                .reseller()
                .flatMap(resellers::findById)
                .ifPresent(reseller -> timeline.tellTeam(
                        reseller.applicationId(),
                        Timeline.SYSTEM,
                        "An Owner joined the Space \""
                                + spaces.get(invitation.space()).name() + "\"."));
    }
}
