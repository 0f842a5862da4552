package io.rocketbots.onboarding.launch.domain.step;

import io.rocketbots.onboarding.kernel.id.DomainId;
import io.rocketbots.onboarding.kernel.job.Job;
import io.rocketbots.onboarding.kernel.job.LocalStepWorker;
import io.rocketbots.onboarding.kernel.job.Outcome;
import io.rocketbots.onboarding.kernel.timeline.Timeline;
import io.rocketbots.onboarding.launch.domain.CustomDomain;
import io.rocketbots.onboarding.launch.domain.CustomDomains;
import io.rocketbots.onboarding.launch.domain.DomainState;
import io.rocketbots.onboarding.launch.domain.GiveUpDomain;
import io.rocketbots.onboarding.process.JobType;
import io.rocketbots.onboarding.process.JobTypes;
import io.rocketbots.onboarding.process.Variables.ForFormerDomain;
import io.rocketbots.onboarding.process.Variables.Nothing;
import org.springframework.stereotype.Component;

/** Frees the name that a platform moved away from, once it has led to the new one for long enough. */
@Component
class ReleaseFormerDomainWorker implements LocalStepWorker<ForFormerDomain, Nothing> {

    private final CustomDomains domains;
    private final GiveUpDomain giveUp;
    private final Timeline timeline;

    ReleaseFormerDomainWorker(CustomDomains domains, GiveUpDomain giveUp, Timeline timeline) {
        this.domains = domains;
        this.giveUp = giveUp;
        this.timeline = timeline;
    }

    @Override
    public JobType<ForFormerDomain, Nothing> jobType() {
        return JobTypes.RELEASE_FORMER_DOMAIN;
    }

    @Override
    public Outcome<Nothing> apply(ForFormerDomain input, Job job) {
        CustomDomain former = domains.get(new DomainId(input.formerDomainId()));
        if (former.state() == DomainState.REDIRECTING) {
            giveUp.release(former);
            timeline.tellEverybody(
                    former.applicationId(),
                    "The system",
                    former.domainName().inUnicode() + " leads nowhere any more and is free for others.");
        }
        return Outcome.done();
    }
}
