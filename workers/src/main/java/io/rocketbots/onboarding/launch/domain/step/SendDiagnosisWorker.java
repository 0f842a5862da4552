package io.rocketbots.onboarding.launch.domain.step;

import io.rocketbots.onboarding.kernel.id.DomainId;
import io.rocketbots.onboarding.kernel.job.Job;
import io.rocketbots.onboarding.kernel.job.LocalStepWorker;
import io.rocketbots.onboarding.kernel.job.Outcome;
import io.rocketbots.onboarding.kernel.mail.MailTemplate;
import io.rocketbots.onboarding.kernel.mail.Mails;
import io.rocketbots.onboarding.kernel.mail.Recipient;
import io.rocketbots.onboarding.launch.domain.CustomDomain;
import io.rocketbots.onboarding.launch.domain.CustomDomains;
import io.rocketbots.onboarding.launch.domain.DomainState;
import io.rocketbots.onboarding.process.JobType;
import io.rocketbots.onboarding.process.JobTypes;
import io.rocketbots.onboarding.process.Variables.ForDomain;
import io.rocketbots.onboarding.process.Variables.Nothing;
import io.rocketbots.onboarding.tenancy.reseller.Resellers;
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
