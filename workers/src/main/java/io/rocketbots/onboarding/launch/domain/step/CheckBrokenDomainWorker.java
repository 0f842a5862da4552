package io.rocketbots.onboarding.launch.domain.step;

import io.rocketbots.onboarding.kernel.id.DomainId;
import io.rocketbots.onboarding.kernel.job.Job;
import io.rocketbots.onboarding.kernel.job.Outcome;
import io.rocketbots.onboarding.kernel.job.StepWorker;
import io.rocketbots.onboarding.launch.domain.Sighting;
import io.rocketbots.onboarding.launch.domain.step.WatchDomain.Health;
import io.rocketbots.onboarding.process.JobType;
import io.rocketbots.onboarding.process.JobTypes;
import io.rocketbots.onboarding.process.Variables.BrokenDomainChecked;
import io.rocketbots.onboarding.process.Variables.ForDomain;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Looks whether a broken domain leads to its platform again, and says when to look again. */
@Component
class CheckBrokenDomainWorker implements StepWorker<ForDomain, Optional<Sighting>, BrokenDomainChecked> {

    private final WatchedDomains watched;

    CheckBrokenDomainWorker(WatchedDomains watched) {
        this.watched = watched;
    }

    @Override
    public JobType<ForDomain, BrokenDomainChecked> jobType() {
        return JobTypes.CHECK_BROKEN_DOMAIN;
    }

    @Override
    public Optional<Sighting> ask(ForDomain input) {
        return watched.ask(new DomainId(input.domainId()));
    }

    @Override
    public Outcome<BrokenDomainChecked> apply(ForDomain input, Optional<Sighting> sighting, Job job) {
        WatchedDomains.Look look = watched.judge(new DomainId(input.domainId()), sighting, job);
        return Outcome.done(new BrokenDomainChecked(look.health() == Health.WELL, look.next()));
    }
}
