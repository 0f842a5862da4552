package io.rocketbots.onboarding.launch.domain.step;

import io.rocketbots.onboarding.admission.application.OnboardingWaits;
import io.rocketbots.onboarding.kernel.id.DomainId;
import io.rocketbots.onboarding.kernel.job.Job;
import io.rocketbots.onboarding.kernel.job.LocalStepWorker;
import io.rocketbots.onboarding.kernel.job.Outcome;
import io.rocketbots.onboarding.kernel.mail.MailTemplate;
import io.rocketbots.onboarding.launch.domain.CustomDomain;
import io.rocketbots.onboarding.launch.domain.CustomDomains;
import io.rocketbots.onboarding.launch.domain.DomainRequests;
import io.rocketbots.onboarding.launch.domain.DomainState;
import io.rocketbots.onboarding.process.JobType;
import io.rocketbots.onboarding.process.JobTypes;
import io.rocketbots.onboarding.process.Variables.DomainSetupEnded;
import io.rocketbots.onboarding.process.Variables.ForDomain;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Frees a domain that was never set right, so that the reseller may ask for another one. */
@Component
class ReleaseDomainWorker implements LocalStepWorker<ForDomain, DomainSetupEnded> {

    private final CustomDomains domains;
    private final DomainRequests requests;
    private final OnboardingWaits waits;
    private final DomainNotices notices;
    private final Clock clock;

    ReleaseDomainWorker(
            CustomDomains domains, DomainRequests requests, OnboardingWaits waits, DomainNotices notices, Clock clock) {
        this.domains = domains;
        this.requests = requests;
        this.waits = waits;
        this.notices = notices;
        this.clock = clock;
    }

    @Override
    public JobType<ForDomain, DomainSetupEnded> jobType() {
        return JobTypes.RELEASE_DOMAIN;
    }

    @Override
    public Outcome<DomainSetupEnded> apply(ForDomain input, Job job) {
        CustomDomain domain = domains.get(new DomainId(input.domainId()));
        if (domain.state() != DomainState.RELEASED) {
            domains.save(domain.release(clock.instant()));
            if (!domain.isPending()) {
                requests.deadline(
                        domain.applicationId(),
                        job.elementInstanceKey(),
                        clock.instant().plus(waits.domainRequestEnd()));
            }
            notices.mail(MailTemplate.DOMAIN_GIVEN_UP, domain, job.elementInstanceKey());
            notices.tell(
                    domain, "Gave up the domain " + domain.domainName().inUnicode() + ". Another one can be chosen.");
        }
        return Outcome.done(new DomainSetupEnded(false));
    }
}
