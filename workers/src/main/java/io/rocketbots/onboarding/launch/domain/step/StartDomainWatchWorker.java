package io.rocketbots.onboarding.launch.domain.step;

import io.rocketbots.onboarding.kernel.id.DomainId;
import io.rocketbots.onboarding.kernel.job.Job;
import io.rocketbots.onboarding.kernel.job.LocalStepWorker;
import io.rocketbots.onboarding.kernel.job.Outcome;
import io.rocketbots.onboarding.launch.domain.CustomDomain;
import io.rocketbots.onboarding.launch.domain.CustomDomains;
import io.rocketbots.onboarding.launch.domain.DomainTerms;
import io.rocketbots.onboarding.process.JobType;
import io.rocketbots.onboarding.process.JobTypes;
import io.rocketbots.onboarding.process.StepError;
import io.rocketbots.onboarding.process.Variables.DomainWatchStarted;
import io.rocketbots.onboarding.process.Variables.ForDomain;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Ties the watch to its process instance and says when to look at the domain first. */
@Component
class StartDomainWatchWorker implements LocalStepWorker<ForDomain, DomainWatchStarted> {

    private final CustomDomains domains;
    private final Clock clock;
    private final WatchDomain rule;

    StartDomainWatchWorker(CustomDomains domains, DomainTerms terms, Clock clock, SecureRandom random) {
        this.domains = domains;
        this.clock = clock;
        this.rule = new WatchDomain(terms.watch(), random);
    }

    @Override
    public JobType<ForDomain, DomainWatchStarted> jobType() {
        return JobTypes.START_DOMAIN_WATCH;
    }

    @Override
    public Outcome<DomainWatchStarted> apply(ForDomain input, Job job) {
        CustomDomain domain = domains.get(new DomainId(input.domainId()));
        if (!domain.mayBeWatchedBy(job.processInstanceKey())) {
            return Outcome.refused(StepError.DUPLICATE_START);
        }
        Instant next = rule.first(clock.instant());
        domains.save(domain.watchedBy(job.processInstanceKey(), next));
        return Outcome.done(new DomainWatchStarted(next));
    }
}
