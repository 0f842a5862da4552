package io.rocketbots.onboarding.customer.invitation.step;

import io.rocketbots.onboarding.customer.invitation.Invitation;
import io.rocketbots.onboarding.customer.invitation.InvitationTerms;
import io.rocketbots.onboarding.customer.invitation.Invitations;
import io.rocketbots.onboarding.kernel.id.InvitationId;
import io.rocketbots.onboarding.kernel.job.Job;
import io.rocketbots.onboarding.kernel.job.LocalStepWorker;
import io.rocketbots.onboarding.kernel.job.Outcome;
import io.rocketbots.onboarding.kernel.mail.MailTemplate;
import io.rocketbots.onboarding.kernel.mail.Mails;
import io.rocketbots.onboarding.process.JobType;
import io.rocketbots.onboarding.process.JobTypes;
import io.rocketbots.onboarding.process.StepError;
import io.rocketbots.onboarding.process.Variables.ForInvitation;
import io.rocketbots.onboarding.process.Variables.InvitationSent;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Ties the invitation to its process instance and mails it. */
@Component
class SendInvitationWorker implements LocalStepWorker<ForInvitation, InvitationSent> {

    private final Invitations invitations;
    private final Mails mails;
    private final InvitationTerms terms;

    SendInvitationWorker(Invitations invitations, Mails mails, InvitationTerms terms) {
        this.invitations = invitations;
        this.mails = mails;
        this.terms = terms;
    }

    @Override
    public JobType<ForInvitation, InvitationSent> jobType() {
        return JobTypes.SEND_INVITATION;
    }

    @Override
    public Outcome<InvitationSent> apply(ForInvitation input, Job job) {
        InvitationId id = new InvitationId(input.invitationId());
        if (!invitations.bind(id, job.processInstanceKey())) {
            return Outcome.refused(StepError.DUPLICATE_START);
        }
        Invitation invitation = invitations.get(id);
        switch (invitation.state()) {
            case OPEN ->
                mails.queueForInvitee(
                        invitation.platformId().reseller().orElse(null),
                        switch (invitation.kind()) {
                            case SPACE -> MailTemplate.INVITATION;
                            case TEAM -> MailTemplate.TEAM_INVITATION;
                        },
                        id,
                        String.valueOf(job.elementInstanceKey()),
                        Map.of("invitationId", id.value().toString()));
            case PREPARED, ACCEPTED, REVOKED, EXPIRED, UNDELIVERABLE -> {}
        }
        return Outcome.done(new InvitationSent(Standing.of(invitation), terms.timing()));
    }
}
