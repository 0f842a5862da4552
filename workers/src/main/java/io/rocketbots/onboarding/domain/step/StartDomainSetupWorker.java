package io.rocketbots.onboarding.domain.step;

import io.rocketbots.onboarding.domain.CustomDomain;
import io.rocketbots.onboarding.domain.CustomDomains;
import io.rocketbots.onboarding.domain.DomainId;
import io.rocketbots.onboarding.domain.DomainState;
import io.rocketbots.onboarding.domain.DomainTerms;
import io.rocketbots.onboarding.job.Job;
import io.rocketbots.onboarding.job.LocalStepWorker;
import io.rocketbots.onboarding.job.Outcome;
import io.rocketbots.onboarding.process.JobType;
import io.rocketbots.onboarding.process.JobTypes;
import io.rocketbots.onboarding.process.Variables.DomainSetupStarted;
import io.rocketbots.onboarding.process.Variables.ForDomain;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Begins to wait for the CNAME record: at first, after a change of the name, and when the team says to keep trying. */
@Component
class StartDomainSetupWorker implements LocalStepWorker<ForDomain, DomainSetupStarted> {

    private final CustomDomains domains;
    private final DomainTerms terms;
    private final Clock clock;

    StartDomainSetupWorker(CustomDomains domains, DomainTerms terms, Clock clock) {
        this.domains = domains;
        this.terms = terms;
        this.clock = clock;
    }

    @Override
    public JobType<ForDomain, DomainSetupStarted> jobType() {
        return JobTypes.START_DOMAIN_SETUP;
    }

    @Override
    public Outcome<DomainSetupStarted> apply(ForDomain input, Job job) {
        CustomDomain domain = domains.get(new DomainId(input.domainId()));
        if (domain.state() == DomainState.WAITING) {
            domains.save(
                    domain.startSetup(job.elementInstanceKey(), terms.setup().giveUp(), clock.instant()));
        }
        return Outcome.done(new DomainSetupStarted(terms.setup()));
    }
}
