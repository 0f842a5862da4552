package io.rocketbots.onboarding.lifecycle.offboarding.step;

import io.rocketbots.onboarding.kernel.id.OffboardingId;
import io.rocketbots.onboarding.kernel.job.Job;
import io.rocketbots.onboarding.kernel.job.LocalStepWorker;
import io.rocketbots.onboarding.kernel.job.Outcome;
import io.rocketbots.onboarding.lifecycle.offboarding.OffboardingLifecycle;
import io.rocketbots.onboarding.lifecycle.offboarding.OffboardingTerms;
import io.rocketbots.onboarding.process.JobType;
import io.rocketbots.onboarding.process.JobTypes;
import io.rocketbots.onboarding.process.Variables.ForOffboarding;
import io.rocketbots.onboarding.process.Variables.PlatformSuspended;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Closes the platform of a reseller that leaves, and says how long it can come back. */
@Component
class SuspendPlatformWorker implements LocalStepWorker<ForOffboarding, PlatformSuspended> {

    private final OffboardingLifecycle offboardingLifecycle;
    private final OffboardingTerms terms;

    SuspendPlatformWorker(OffboardingLifecycle offboardingLifecycle, OffboardingTerms terms) {
        this.offboardingLifecycle = offboardingLifecycle;
        this.terms = terms;
    }

    @Override
    public JobType<ForOffboarding, PlatformSuspended> jobType() {
        return JobTypes.SUSPEND_PLATFORM;
    }

    @Override
    public Outcome<PlatformSuspended> apply(ForOffboarding input, Job job) {
        Instant endsAt = offboardingLifecycle.suspend(new OffboardingId(input.offboardingId()));
        return Outcome.done(new PlatformSuspended(
                endsAt.minus(terms.remindBefore()), endsAt.minus(terms.remindAgainBefore()), endsAt));
    }
}
