package io.rocketbots.onboarding.customer.invitation.step;

import io.rocketbots.onboarding.customer.invitation.Invitation;
import io.rocketbots.onboarding.customer.invitation.Invitations;
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
import java.util.Map;
import org.springframework.stereotype.Component;

/** Mails whoever invited that there is nobody at that address. */
@Component
class ReportUndeliverableWorker implements LocalStepWorker<ForInvitation, Nothing> {

    private final Invitations invitations;
    private final Mails mails;

    ReportUndeliverableWorker(Invitations invitations, Mails mails) {
        this.invitations = invitations;
        this.mails = mails;
    }

    @Override
    public JobType<ForInvitation, Nothing> jobType() {
        return JobTypes.REPORT_UNDELIVERABLE;
    }

    @Override
    public Outcome<Nothing> apply(ForInvitation input, Job job) {
        Invitation invitation = invitations.get(new InvitationId(input.invitationId()));
        mails.queueForAccount(
                invitation.platformId().reseller().orElse(null),
                switch (invitation.kind()) {
                    case SPACE -> MailTemplate.INVITATION_UNDELIVERABLE;
                    case TEAM -> MailTemplate.TEAM_INVITATION_UNDELIVERABLE;
                },
                invitation.invitedBy(),
                invitation.id().value().toString(),
                Map.of("invitationId", invitation.id().value().toString()));
        return Outcome.done();
    }
}
