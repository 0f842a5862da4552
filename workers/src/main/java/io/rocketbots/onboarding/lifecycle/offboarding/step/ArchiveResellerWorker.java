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

/** Ends everything for good, unless the reseller has decided to stay at the last moment. */
@Component
class ArchiveResellerWorker implements LocalStepWorker<ForOffboarding, Nothing> {

    private final OffboardingLifecycle offboardingLifecycle;

    ArchiveResellerWorker(OffboardingLifecycle offboardingLifecycle) {
        this.offboardingLifecycle = offboardingLifecycle;
    }

    @Override
    public JobType<ForOffboarding, Nothing> jobType() {
        return JobTypes.ARCHIVE_RESELLER;
    }

    @Override
    public Outcome<Nothing> apply(ForOffboarding input, Job job) {
        boolean left = offboardingLifecycle.archive(new OffboardingId(input.offboardingId()));
        return left ? Outcome.done() : Outcome.refused(StepError.OFFBOARDING_WITHDRAWN);
    }
}
