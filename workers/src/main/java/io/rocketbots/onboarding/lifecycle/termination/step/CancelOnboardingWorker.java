package io.rocketbots.onboarding.lifecycle.termination.step;

import io.rocketbots.onboarding.admission.application.Application;
import io.rocketbots.onboarding.admission.application.ApplicationState;
import io.rocketbots.onboarding.admission.application.Applications;
import io.rocketbots.onboarding.kernel.id.ApplicationId;
import io.rocketbots.onboarding.kernel.job.Job;
import io.rocketbots.onboarding.kernel.job.LocalStepWorker;
import io.rocketbots.onboarding.kernel.job.Outcome;
import io.rocketbots.onboarding.lifecycle.termination.CompleteCancellation;
import io.rocketbots.onboarding.process.JobType;
import io.rocketbots.onboarding.process.JobTypes;
import io.rocketbots.onboarding.process.Variables.ForApplication;
import io.rocketbots.onboarding.process.Variables.Nothing;
import org.springframework.stereotype.Component;

/** Somebody asked to end the onboarding: takes everything back and tells both sides. */
@Component
class CancelOnboardingWorker implements LocalStepWorker<ForApplication, Nothing> {

    private final Applications applications;
    private final CompleteCancellation completeCancellation;

    CancelOnboardingWorker(Applications applications, CompleteCancellation completeCancellation) {
        this.applications = applications;
        this.completeCancellation = completeCancellation;
    }

    @Override
    public JobType<ForApplication, Nothing> jobType() {
        return JobTypes.CANCEL_ONBOARDING;
    }

    @Override
    public Outcome<Nothing> apply(ForApplication input, Job job) {
        Application application = applications.get(new ApplicationId(input.applicationId()));
        // Live or ended already: what was reached is not taken back here.
        if (application.state() == ApplicationState.CANCELLING) {
            completeCancellation.of(application);
        }
        return Outcome.done();
    }
}
