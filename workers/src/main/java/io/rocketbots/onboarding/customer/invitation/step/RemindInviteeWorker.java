package io.rocketbots.onboarding.customer.invitation.step;

import io.rocketbots.onboarding.customer.invitation.Invitation;
import io.rocketbots.onboarding.customer.invitation.InvitationState;
import io.rocketbots.onboarding.customer.invitation.Invitations;
import io.rocketbots.onboarding.customer.space.Spaces;
import io.rocketbots.onboarding.kernel.id.InvitationId;
import io.rocketbots.onboarding.kernel.job.Job;
import io.rocketbots.onboarding.kernel.job.LocalStepWorker;
import io.rocketbots.onboarding.kernel.job.Outcome;
import io.rocketbots.onboarding.kernel.mail.MailTemplate;
import io.rocketbots.onboarding.kernel.mail.Mails;
import io.rocketbots.onboarding.process.JobType;
import io.rocketbots.onboarding.process.JobTypes;
import io.rocketbots.onboarding.process.Variables.ForInvitation;
import io.rocketbots.onboarding.process.Variables.Nothing;
import io.rocketbots.onboarding.tenancy.reseller.Resellers;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Mails whoever was invited once more, with a link of its own; not while nobody gets in, or several would wait. */
@Component
class RemindInviteeWorker implements LocalStepWorker<ForInvitation, Nothing> {

    private final Invitations invitations;
    private final Resellers resellers;
    private final Spaces spaces;
    private final Mails mails;

    RemindInviteeWorker(Invitations invitations, Resellers resellers, Spaces spaces, Mails mails) {
        this.invitations = invitations;
        this.resellers = resellers;
        this.spaces = spaces;
        this.mails = mails;
    }

    @Override
    public JobType<ForInvitation, Nothing> jobType() {
        return JobTypes.REMIND_INVITEE;
    }

    @Override
    public Outcome<Nothing> apply(ForInvitation input, Job job) {
        Invitation invitation = invitations.get(new InvitationId(input.invitationId()));
        if (invitation.state() == InvitationState.OPEN && !Standing.isClosedForNow(invitation, resellers, spaces)) {
            mails.queueForInvitee(
                    invitation.platformId().reseller().orElse(null),
                    switch (invitation.kind()) {
                        case SPACE -> MailTemplate.INVITATION_REMINDER;
                        case TEAM -> MailTemplate.TEAM_INVITATION_REMINDER;
                    },
                    invitation.id(),
                    String.valueOf(job.elementInstanceKey()),
                    Map.of("invitationId", invitation.id().value().toString()));
        }
        return Outcome.done();
    }
}
