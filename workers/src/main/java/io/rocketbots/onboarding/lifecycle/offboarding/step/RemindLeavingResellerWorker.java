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

/** Reminds the reseller of the end, while it can still come back. */
@Component
class RemindLeavingResellerWorker implements LocalStepWorker<ForOffboarding, Nothing> {

    private final OffboardingLifecycle offboardingLifecycle;

    RemindLeavingResellerWorker(OffboardingLifecycle offboardingLifecycle) {
        this.offboardingLifecycle = offboardingLifecycle;
    }

    @Override
    public JobType<ForOffboarding, Nothing> jobType() {
        return JobTypes.REMIND_LEAVING_RESELLER;
    }

    @Override
    public Outcome<Nothing> apply(ForOffboarding input, Job job) {
        offboardingLifecycle.remind(new OffboardingId(input.offboardingId()), String.valueOf(job.elementInstanceKey()));
        return Outcome.done();
    }
}
