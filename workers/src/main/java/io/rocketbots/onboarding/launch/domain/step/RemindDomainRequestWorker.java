package io.rocketbots.onboarding.launch.domain.step;

import io.rocketbots.onboarding.kernel.id.ApplicationId;
import io.rocketbots.onboarding.kernel.id.ResellerId;
import io.rocketbots.onboarding.kernel.job.Job;
import io.rocketbots.onboarding.kernel.job.LocalStepWorker;
import io.rocketbots.onboarding.kernel.job.Outcome;
import io.rocketbots.onboarding.kernel.mail.MailTemplate;
import io.rocketbots.onboarding.kernel.mail.Mails;
import io.rocketbots.onboarding.kernel.mail.Recipient;
import io.rocketbots.onboarding.launch.domain.CustomDomains;
import io.rocketbots.onboarding.process.JobType;
import io.rocketbots.onboarding.process.JobTypes;
import io.rocketbots.onboarding.process.Variables.ForCase;
import io.rocketbots.onboarding.process.Variables.Nothing;
import io.rocketbots.onboarding.tenancy.reseller.Resellers;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Reminds a reseller that has not asked for a domain yet. */
@Component
class RemindDomainRequestWorker implements LocalStepWorker<ForCase, Nothing> {

    private final CustomDomains domains;
    private final Resellers resellers;
    private final Mails mails;

    RemindDomainRequestWorker(CustomDomains domains, Resellers resellers, Mails mails) {
        this.domains = domains;
        this.resellers = resellers;
        this.mails = mails;
    }

    @Override
    public JobType<ForCase, Nothing> jobType() {
        return JobTypes.REMIND_DOMAIN_REQUEST;
    }

    @Override
    public Outcome<Nothing> apply(ForCase input, Job job) {
        ResellerId reseller = new ResellerId(input.resellerId());
        if (domains.currentOf(reseller).isEmpty()) {
            mails.queue(
                    MailTemplate.DOMAIN_REQUEST_REMINDER,
                    new ApplicationId(input.applicationId()),
                    Recipient.account(resellers.get(reseller).accountId()),
                    String.valueOf(job.elementInstanceKey()),
                    Map.of());
        }
        return Outcome.done();
    }
}
