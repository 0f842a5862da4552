package io.rocketbots.onboarding.ending.step;

import io.rocketbots.onboarding.application.Application;
import io.rocketbots.onboarding.application.ApplicationId;
import io.rocketbots.onboarding.application.ApplicationState;
import io.rocketbots.onboarding.application.Applications;
import io.rocketbots.onboarding.ending.CompleteCancellation;
import io.rocketbots.onboarding.job.Job;
import io.rocketbots.onboarding.job.LocalStepWorker;
import io.rocketbots.onboarding.job.Outcome;
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
