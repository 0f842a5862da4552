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
import io.rocketbots.onboarding.process.Variables.ForApplication;
import io.rocketbots.onboarding.process.Variables.WaitEnded;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Ends a case whose applicant never answered, unless the answer came in time and only its message is late. The
 * applicant's own withdrawal is the step Cancel onboarding.
 */
@Component
class WithdrawApplicationWorker implements LocalStepWorker<ForApplication, WaitEnded> {

    private final Applications applications;
    private final CompleteCancellation completeCancellation;
    private final Mails mails;
    private final Timeline timeline;
    private final Clock clock;

    WithdrawApplicationWorker(
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
    public JobType<ForApplication, WaitEnded> jobType() {
        return JobTypes.WITHDRAW_APPLICATION;
    }

    @Override
    public Outcome<WaitEnded> apply(ForApplication input, Job job) {
        Application application = applications.get(new ApplicationId(input.applicationId()));
        // The answer set the review going again.
        if (application.state() == ApplicationState.UNDER_REVIEW) {
            return Outcome.done(new WaitEnded(true));
        }
        if (application.state() == ApplicationState.CANCELLING) {
            completeCancellation.of(application);
        } else if (!application.state().isEnd()) {
            applications.save(end(application));
            mails.queue(
                    MailTemplate.APPLICATION_WITHDRAWN_UNANSWERED,
                    application.id(),
                    Recipient.applicant(),
                    "",
                    Map.of());
            timeline.tellEverybody(application.id(), Timeline.SYSTEM, "Ended, since our question was not answered.");
        }
        return Outcome.done(new WaitEnded(false));
    }

    /** Whatever crossed the end of the time, the process is over, and the case must not stay open without it. */
    private Application end(Application application) {
        return switch (application.state()) {
            case WAITING_FOR_APPLICANT -> application.withdrawUnanswered(clock.instant());
            default -> application.requestCancel().cancel(false, clock.instant());
        };
    }
}
