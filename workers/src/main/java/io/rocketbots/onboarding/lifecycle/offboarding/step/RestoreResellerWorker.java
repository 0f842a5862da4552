package io.rocketbots.onboarding.lifecycle.offboarding.step;

import io.rocketbots.onboarding.kernel.id.OffboardingId;
import io.rocketbots.onboarding.kernel.job.Job;
import io.rocketbots.onboarding.kernel.job.LocalStepWorker;
import io.rocketbots.onboarding.kernel.job.Outcome;
import io.rocketbots.onboarding.lifecycle.offboarding.OffboardingLifecycle;
import io.rocketbots.onboarding.process.JobType;
import io.rocketbots.onboarding.process.JobTypes;
import io.rocketbots.onboarding.process.Variables.ForOffboarding;
import io.rocketbots.onboarding.process.Variables.Nothing;
import org.springframework.stereotype.Component;

/** Makes everything what it was before the offboarding. */
@Component
class RestoreResellerWorker implements LocalStepWorker<ForOffboarding, Nothing> {

    private final OffboardingLifecycle offboardingLifecycle;

    RestoreResellerWorker(OffboardingLifecycle offboardingLifecycle) {
        this.offboardingLifecycle = offboardingLifecycle;
    }

    @Override
    public JobType<ForOffboarding, Nothing> jobType() {
        return JobTypes.RESTORE_RESELLER;
    }

    @Override
    public Outcome<Nothing> apply(ForOffboarding input, Job job) {
        offboardingLifecycle.restore(new OffboardingId(input.offboardingId()));
        return Outcome.done();
    }
}
