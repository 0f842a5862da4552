package io.rocketbots.onboarding.launch.domain.step;

import io.rocketbots.onboarding.kernel.id.DomainId;
import io.rocketbots.onboarding.kernel.job.Job;
import io.rocketbots.onboarding.kernel.job.Outcome;
import io.rocketbots.onboarding.kernel.job.StepWorker;
import io.rocketbots.onboarding.launch.domain.Sighting;
import io.rocketbots.onboarding.launch.domain.step.WatchDomain.Health;
import io.rocketbots.onboarding.process.JobType;
import io.rocketbots.onboarding.process.JobTypes;
import io.rocketbots.onboarding.process.Variables.ForDomain;
import io.rocketbots.onboarding.process.Variables.LiveDomainChecked;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Looks whether a live domain still leads to its platform, and says when to look again. */
@Component
class CheckLiveDomainWorker implements StepWorker<ForDomain, Optional<Sighting>, LiveDomainChecked> {

    private final WatchedDomains watched;

    CheckLiveDomainWorker(WatchedDomains watched) {
        this.watched = watched;
    }

    @Override
    public JobType<ForDomain, LiveDomainChecked> jobType() {
        return JobTypes.CHECK_LIVE_DOMAIN;
    }

    @Override
    public Optional<Sighting> ask(ForDomain input) {
        return watched.ask(new DomainId(input.domainId()));
    }

    @Override
    public Outcome<LiveDomainChecked> apply(ForDomain input, Optional<Sighting> sighting, Job job) {
        WatchedDomains.Look look = watched.judge(new DomainId(input.domainId()), sighting, job);
        return Outcome.done(new LiveDomainChecked(look.health() == Health.ELSEWHERE, look.next()));
    }
}
