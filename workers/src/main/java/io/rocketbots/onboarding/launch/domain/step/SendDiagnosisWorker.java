package io.rocketbots.onboarding.launch.domain.step;

import io.rocketbots.onboarding.kernel.id.DomainId;
import io.rocketbots.onboarding.kernel.job.Job;
import io.rocketbots.onboarding.kernel.job.LocalStepWorker;
import io.rocketbots.onboarding.kernel.job.Outcome;
import io.rocketbots.onboarding.kernel.mail.MailTemplate;
import io.rocketbots.onboarding.launch.domain.CustomDomain;
import io.rocketbots.onboarding.launch.domain.CustomDomains;
import io.rocketbots.onboarding.launch.domain.DomainState;
import io.rocketbots.onboarding.process.JobType;
import io.rocketbots.onboarding.process.JobTypes;
import io.rocketbots.onboarding.process.Variables.ForDomain;
import io.rocketbots.onboarding.process.Variables.Nothing;
import org.springframework.stereotype.Component;

/** Mails the reseller what DNS says about the domain now, and what to do. */
@Component
class SendDiagnosisWorker implements LocalStepWorker<ForDomain, Nothing> {

    private final CustomDomains domains;
    private final DomainNotices notices;

    SendDiagnosisWorker(CustomDomains domains, DomainNotices notices) {
        this.domains = domains;
        this.notices = notices;
    }

    @Override
    public JobType<ForDomain, Nothing> jobType() {
        return JobTypes.SEND_DIAGNOSIS;
    }

    @Override
    public Outcome<Nothing> apply(ForDomain input, Job job) {
        CustomDomain domain = domains.get(new DomainId(input.domainId()));
        if (domain.state() == DomainState.WAITING) {
            notices.mail(MailTemplate.DOMAIN_DIAGNOSIS, domain, job.elementInstanceKey());
        }
        return Outcome.done();
    }
}
