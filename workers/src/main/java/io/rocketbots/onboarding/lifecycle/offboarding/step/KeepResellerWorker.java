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

/** Nobody confirmed the offboarding: all stays as it is. */
@Component
class KeepResellerWorker implements LocalStepWorker<ForOffboarding, Nothing> {

    private final OffboardingLifecycle offboardingLifecycle;

    KeepResellerWorker(OffboardingLifecycle offboardingLifecycle) {
        this.offboardingLifecycle = offboardingLifecycle;
    }

    @Override
    public JobType<ForOffboarding, Nothing> jobType() {
        return JobTypes.KEEP_RESELLER;
    }

    @Override
    public Outcome<Nothing> apply(ForOffboarding input, Job job) {
        offboardingLifecycle.keep(new OffboardingId(input.offboardingId()));
        return Outcome.done();
    }
}
