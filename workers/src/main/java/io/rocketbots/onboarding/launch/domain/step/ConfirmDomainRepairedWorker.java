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

/** Lets the platform answer as before on a domain that leads to it again, and tells the reseller. */
@Component
class ConfirmDomainRepairedWorker implements LocalStepWorker<ForDomain, Nothing> {

    private final CustomDomains domains;
    private final DomainNotices notices;

    ConfirmDomainRepairedWorker(CustomDomains domains, DomainNotices notices) {
        this.domains = domains;
        this.notices = notices;
    }

    @Override
    public JobType<ForDomain, Nothing> jobType() {
        return JobTypes.CONFIRM_DOMAIN_REPAIRED;
    }

    @Override
    public Outcome<Nothing> apply(ForDomain input, Job job) {
        CustomDomain domain = domains.get(new DomainId(input.domainId()));
        if (domain.state() == DomainState.BROKEN || domain.state() == DomainState.SUSPENDED) {
            domains.save(domain.repair());
            notices.mail(MailTemplate.DOMAIN_REPAIRED, domain, job.elementInstanceKey());
            notices.tell(domain, domain.domainName().inUnicode() + " leads to the platform again.");
        }
        return Outcome.done();
    }
}
