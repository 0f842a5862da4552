package io.rocketbots.onboarding.domain.step;

import io.rocketbots.onboarding.domain.CustomDomain;
import io.rocketbots.onboarding.domain.CustomDomains;
import io.rocketbots.onboarding.domain.DomainId;
import io.rocketbots.onboarding.job.Job;
import io.rocketbots.onboarding.job.LocalStepWorker;
import io.rocketbots.onboarding.job.Outcome;
import io.rocketbots.onboarding.process.JobType;
import io.rocketbots.onboarding.process.JobTypes;
import io.rocketbots.onboarding.process.StepError;
import io.rocketbots.onboarding.process.Variables.DomainSetupEnded;
import io.rocketbots.onboarding.process.Variables.ForDomain;
import io.rocketbots.onboarding.timeline.Timeline;
import java.time.Clock;
import org.springframework.stereotype.Component;

/**
 * Makes the platform answer on the domain: host look-up and TLS permission read its state. Refuses when the reseller chose
 * another name after the record had been found.
 */
@Component
class ActivateDomainWorker implements LocalStepWorker<ForDomain, DomainSetupEnded> {

    private final CustomDomains domains;
    private final Timeline timeline;
    private final Clock clock;

    ActivateDomainWorker(CustomDomains domains, Timeline timeline, Clock clock) {
        this.domains = domains;
        this.timeline = timeline;
        this.clock = clock;
    }

    @Override
    public JobType<ForDomain, DomainSetupEnded> jobType() {
        return JobTypes.ACTIVATE_DOMAIN;
    }

    @Override
    public Outcome<DomainSetupEnded> apply(ForDomain input, Job job) {
        CustomDomain domain = domains.get(new DomainId(input.domainId()));
        return switch (domain.state()) {
            case WAITING -> Outcome.refused(StepError.DOMAIN_CHANGED);
            case VERIFIED -> {
                domains.save(domain.activate(clock.instant()));
                timeline.tellEverybody(
                        domain.applicationId(),
                        "The system",
                        "The platform answers on " + domain.domainName().inUnicode() + ".");
                yield Outcome.done(new DomainSetupEnded(true));
            }
            case LIVE, BROKEN, SUSPENDED -> Outcome.done(new DomainSetupEnded(true));
            case RELEASED -> Outcome.done(new DomainSetupEnded(false));
        };
    }
}
