package io.rocketbots.onboarding.domain.step;

import io.rocketbots.onboarding.domain.CustomDomain;
import io.rocketbots.onboarding.domain.CustomDomains;
import io.rocketbots.onboarding.domain.DomainId;
import io.rocketbots.onboarding.domain.DomainState;
import io.rocketbots.onboarding.job.Job;
import io.rocketbots.onboarding.job.LocalStepWorker;
import io.rocketbots.onboarding.job.Outcome;
import io.rocketbots.onboarding.mail.MailTemplate;
import io.rocketbots.onboarding.mail.Mails;
import io.rocketbots.onboarding.mail.Recipient;
import io.rocketbots.onboarding.process.JobType;
import io.rocketbots.onboarding.process.JobTypes;
import io.rocketbots.onboarding.process.Variables.ForDomain;
import io.rocketbots.onboarding.process.Variables.Nothing;
import io.rocketbots.onboarding.reseller.Resellers;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Mails the reseller what DNS says about the domain now, and what to do. */
@Component
class SendDiagnosisWorker implements LocalStepWorker<ForDomain, Nothing> {

    private final CustomDomains domains;
    private final Resellers resellers;
    private final Mails mails;

    SendDiagnosisWorker(CustomDomains domains, Resellers resellers, Mails mails) {
        this.domains = domains;
        this.resellers = resellers;
        this.mails = mails;
    }

    @Override
    public JobType<ForDomain, Nothing> jobType() {
        return JobTypes.SEND_DIAGNOSIS;
    }

    @Override
    public Outcome<Nothing> apply(ForDomain input, Job job) {
        CustomDomain domain = domains.get(new DomainId(input.domainId()));
        if (domain.state() == DomainState.WAITING) {
            mails.queue(
                    MailTemplate.DOMAIN_DIAGNOSIS,
                    domain.applicationId(),
                    Recipient.account(resellers.get(domain.resellerId()).accountId()),
                    String.valueOf(job.elementInstanceKey()),
                    Map.of("domainId", input.domainId().toString()));
        }
        return Outcome.done();
    }
}
