package io.rocketbots.onboarding.domain.step;

import io.rocketbots.onboarding.application.ApplicationId;
import io.rocketbots.onboarding.domain.CustomDomains;
import io.rocketbots.onboarding.job.Job;
import io.rocketbots.onboarding.job.LocalStepWorker;
import io.rocketbots.onboarding.job.Outcome;
import io.rocketbots.onboarding.mail.MailTemplate;
import io.rocketbots.onboarding.mail.Mails;
import io.rocketbots.onboarding.mail.Recipient;
import io.rocketbots.onboarding.process.JobType;
import io.rocketbots.onboarding.process.JobTypes;
import io.rocketbots.onboarding.process.Variables.ForCase;
import io.rocketbots.onboarding.process.Variables.Nothing;
import io.rocketbots.onboarding.reseller.ResellerId;
import io.rocketbots.onboarding.reseller.Resellers;
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
