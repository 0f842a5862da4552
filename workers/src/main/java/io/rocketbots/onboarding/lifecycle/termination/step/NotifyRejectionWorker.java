package io.rocketbots.onboarding.lifecycle.termination.step;

import io.rocketbots.onboarding.admission.application.Application;
import io.rocketbots.onboarding.admission.application.ApplicationState;
import io.rocketbots.onboarding.admission.application.Applications;
import io.rocketbots.onboarding.kernel.id.ApplicationId;
import io.rocketbots.onboarding.kernel.job.Job;
import io.rocketbots.onboarding.kernel.job.LocalStepWorker;
import io.rocketbots.onboarding.kernel.job.Outcome;
import io.rocketbots.onboarding.kernel.mail.MailTemplate;
import io.rocketbots.onboarding.kernel.mail.Mails;
import io.rocketbots.onboarding.kernel.mail.Recipient;
import io.rocketbots.onboarding.kernel.timeline.Timeline;
import io.rocketbots.onboarding.lifecycle.termination.CompleteCancellation;
import io.rocketbots.onboarding.process.JobType;
import io.rocketbots.onboarding.process.JobTypes;
import io.rocketbots.onboarding.process.Variables.ForDecision;
import io.rocketbots.onboarding.process.Variables.Nothing;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Ends a rejected case and tells the applicant why. */
@Component
class NotifyRejectionWorker implements LocalStepWorker<ForDecision, Nothing> {

    private final Applications applications;
    private final CompleteCancellation completeCancellation;
    private final Mails mails;
    private final Timeline timeline;
    private final Clock clock;

    NotifyRejectionWorker(
            Applications applications,
            CompleteCancellation completeCancellation,
            Mails mails,
            Timeline timeline,
            Clock clock) {
        this.applications = applications;
        this.completeCancellation = completeCancellation;
        this.mails = mails;
        this.timeline = timeline;
        this.clock = clock;
    }

    @Override
    public JobType<ForDecision, Nothing> jobType() {
        return JobTypes.NOTIFY_REJECTION;
    }

    @Override
    public Outcome<Nothing> apply(ForDecision input, Job job) {
        Application application = applications.get(new ApplicationId(input.applicationId()));
        // Somebody asked to cancel before, and the process ends here.
        if (application.state() == ApplicationState.CANCELLING) {
            completeCancellation.of(application);
        }
        if (application.state().canBecome(ApplicationState.REJECTED)) {
            applications.save(application.reject(clock.instant()));
            mails.queue(
                    MailTemplate.APPLICATION_REJECTED,
                    application.id(),
                    Recipient.applicant(),
                    "",
                    Map.of("taskId", input.taskId().toString()));
            timeline.tellEverybody(application.id(), Timeline.TEAM, "Application rejected.");
        }
        return Outcome.done();
    }
}
