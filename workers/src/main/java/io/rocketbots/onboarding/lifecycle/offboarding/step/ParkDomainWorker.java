package io.rocketbots.onboarding.lifecycle.offboarding.step;

import io.rocketbots.onboarding.kernel.id.OffboardingId;
import io.rocketbots.onboarding.kernel.job.Job;
import io.rocketbots.onboarding.kernel.job.LocalStepWorker;
import io.rocketbots.onboarding.kernel.job.Outcome;
import io.rocketbots.onboarding.lifecycle.offboarding.OffboardingLifecycle;
import io.rocketbots.onboarding.process.JobType;
import io.rocketbots.onboarding.process.JobTypes;
import io.rocketbots.onboarding.process.StepError;
import io.rocketbots.onboarding.process.Variables.ForOffboarding;
import io.rocketbots.onboarding.process.Variables.Nothing;
import org.springframework.stereotype.Component;

/** Keeps the domain as it is during the grace period, unless the reseller has decided to stay. */
@Component
class ParkDomainWorker implements LocalStepWorker<ForOffboarding, Nothing> {

    private final OffboardingLifecycle offboardingLifecycle;

    ParkDomainWorker(OffboardingLifecycle offboardingLifecycle) {
        this.offboardingLifecycle = offboardingLifecycle;
    }

    @Override
    public JobType<ForOffboarding, Nothing> jobType() {
        return JobTypes.PARK_DOMAIN;
    }

    @Override
    public Outcome<Nothing> apply(ForOffboarding input, Job job) {
        boolean leaving = offboardingLifecycle.park(new OffboardingId(input.offboardingId()));
        return leaving ? Outcome.done() : Outcome.refused(StepError.OFFBOARDING_WITHDRAWN);
    }
}
