package io.rocketbots.onboarding.ending.step;

import io.rocketbots.onboarding.application.Application;
import io.rocketbots.onboarding.application.ApplicationId;
import io.rocketbots.onboarding.application.ApplicationState;
import io.rocketbots.onboarding.application.Applications;
import io.rocketbots.onboarding.ending.ClosingReason;
import io.rocketbots.onboarding.ending.EndOnboarding;
import io.rocketbots.onboarding.job.Job;
import io.rocketbots.onboarding.job.LocalStepWorker;
import io.rocketbots.onboarding.job.Outcome;
import io.rocketbots.onboarding.mail.MailTemplate;
import io.rocketbots.onboarding.mail.Mails;
import io.rocketbots.onboarding.mail.Recipient;
import io.rocketbots.onboarding.process.JobType;
import io.rocketbots.onboarding.process.JobTypes;
import io.rocketbots.onboarding.process.Variables.ForApplication;
import io.rocketbots.onboarding.process.Variables.Nothing;
import io.rocketbots.onboarding.progress.CaseProgress;
import io.rocketbots.onboarding.progress.Progress.Need;
import io.rocketbots.onboarding.timeline.Timeline;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The reseller did not finish, in time or after a call: takes everything back and tells both sides why. */
@Component
class CloseOnboardingWorker implements LocalStepWorker<ForApplication, Nothing> {

    private final Applications applications;
    private final CaseProgress progress;
    private final EndOnboarding endOnboarding;
    private final Mails mails;
    private final Timeline timeline;
    private final Clock clock;

    CloseOnboardingWorker(
            Applications applications,
            CaseProgress progress,
            EndOnboarding endOnboarding,
            Mails mails,
            Timeline timeline,
            Clock clock) {
        this.applications = applications;
        this.progress = progress;
        this.endOnboarding = endOnboarding;
        this.mails = mails;
        this.timeline = timeline;
        this.clock = clock;
    }

    @Override
    public JobType<ForApplication, Nothing> jobType() {
        return JobTypes.CLOSE_ONBOARDING;
    }

    @Override
    public Outcome<Nothing> apply(ForApplication input, Job job) {
        ApplicationId id = new ApplicationId(input.applicationId());
        Application application = applications.get(id);
        if (application.state() != ApplicationState.APPROVED) {
            return Outcome.done();
        }
        Need missing = progress.of(application).need();
        applications.save(application.close(clock.instant()));
        timeline.tellEverybody(id, Timeline.SYSTEM, "The onboarding has been closed. " + ClosingReason.of(missing));
        endOnboarding
                .of(application)
                .ifPresent(reseller -> mails.queue(
                        MailTemplate.ONBOARDING_CLOSED,
                        id,
                        Recipient.account(reseller.accountId()),
                        "",
                        Map.of("missing", missing.name())));
        mails.queueForLeads(MailTemplate.TEAM_ONBOARDING_CLOSED, id, "", Map.of("missing", missing.name()));
        return Outcome.done();
    }
}
