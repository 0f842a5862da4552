package io.rocketbots.onboarding.launch.domain.step;

import io.rocketbots.onboarding.kernel.id.DomainId;
import io.rocketbots.onboarding.kernel.job.Job;
import io.rocketbots.onboarding.kernel.job.LocalStepWorker;
import io.rocketbots.onboarding.kernel.job.Outcome;
import io.rocketbots.onboarding.kernel.mail.MailTemplate;
import io.rocketbots.onboarding.launch.domain.CustomDomain;
import io.rocketbots.onboarding.launch.domain.CustomDomains;
import io.rocketbots.onboarding.launch.domain.DomainState;
import io.rocketbots.onboarding.launch.domain.ParkedDomains;
import io.rocketbots.onboarding.process.JobType;
import io.rocketbots.onboarding.process.JobTypes;
import io.rocketbots.onboarding.process.Variables.ForDomain;
import io.rocketbots.onboarding.process.Variables.Nothing;
import org.springframework.stereotype.Component;

/** Stops the platform from answering on a domain that led elsewhere for too long; the name stays the reseller's. */
@Component
class SuspendDomainWorker implements LocalStepWorker<ForDomain, Nothing> {

    private final CustomDomains domains;
    private final DomainNotices notices;
    private final ParkedDomains parked;

    SuspendDomainWorker(CustomDomains domains, DomainNotices notices, ParkedDomains parked) {
        this.domains = domains;
        this.notices = notices;
        this.parked = parked;
    }

    @Override
    public JobType<ForDomain, Nothing> jobType() {
        return JobTypes.SUSPEND_DOMAIN;
    }

    @Override
    public Outcome<Nothing> apply(ForDomain input, Job job) {
        CustomDomain domain = domains.get(new DomainId(input.domainId()));
        if (domain.state() == DomainState.BROKEN && !parked.isParked(domain.id())) {
            domains.save(domain.suspend());
            notices.mail(MailTemplate.DOMAIN_SUSPENDED, domain, job.elementInstanceKey());
            notices.tell(
                    domain, "Suspended " + domain.domainName().inUnicode() + ", which led elsewhere for too long.");
        }
        return Outcome.done();
    }
}
