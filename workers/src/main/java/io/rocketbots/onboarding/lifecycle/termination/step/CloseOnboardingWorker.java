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
import io.rocketbots.onboarding.lifecycle.progress.CaseProgress;
import io.rocketbots.onboarding.lifecycle.termination.ClosingReason;
import io.rocketbots.onboarding.lifecycle.termination.CompleteCancellation;
import io.rocketbots.onboarding.lifecycle.termination.EndOnboarding;
import io.rocketbots.onboarding.process.JobType;
import io.rocketbots.onboarding.process.JobTypes;
import io.rocketbots.onboarding.process.Variables.EndOfWait;
import io.rocketbots.onboarding.process.Variables.WaitEnded;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import io.rocketbots.onboarding.tenancy.reseller.Resellers;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * The reseller did not finish, in time or after a call: takes everything back and tells both sides why. Closes nothing
 * when the reseller has done what was waited for and only the message of it is late.
 */
@Component
class CloseOnboardingWorker implements LocalStepWorker<EndOfWait, WaitEnded> {

    private final Applications applications;
    private final Resellers resellers;
    private final CaseProgress progress;
    private final EndOnboarding endOnboarding;
    private final CompleteCancellation completeCancellation;
    private final Mails mails;
    private final Timeline timeline;
    private final Clock clock;

    CloseOnboardingWorker(
            Applications applications,
            Resellers resellers,
            CaseProgress progress,
            EndOnboarding endOnboarding,
            CompleteCancellation completeCancellation,
            Mails mails,
            Timeline timeline,
            Clock clock) {
        this.applications = applications;
        this.resellers = resellers;
        this.progress = progress;
        this.endOnboarding = endOnboarding;
        this.completeCancellation = completeCancellation;
        this.mails = mails;
        this.timeline = timeline;
        this.clock = clock;
    }

    @Override
    public JobType<EndOfWait, WaitEnded> jobType() {
        return JobTypes.CLOSE_ONBOARDING;
    }

    @Override
    public Outcome<WaitEnded> apply(EndOfWait input, Job job) {
        ApplicationId id = new ApplicationId(input.applicationId());
        Application application = applications.get(id);
        if (application.state() == ApplicationState.CANCELLING) {
            completeCancellation.of(application);
            return Outcome.done(new WaitEnded(false));
        }
        if (application.state() != ApplicationState.APPROVED) {
            return Outcome.done(new WaitEnded(false));
        }
        // A domain that is being requested in this very moment is seen, or refused.
        resellers.findByApplicationId(id).map(Reseller::id).ifPresent(resellers::lock);
        if (progress.isDone(application, input.awaited())) {
            return Outcome.done(new WaitEnded(true));
        }
        applications.save(application.close(clock.instant()));
        timeline.tellEverybody(
                id, Timeline.SYSTEM, "The onboarding has been closed. " + ClosingReason.of(input.awaited()));
        endOnboarding
                .of(application)
                .ifPresent(reseller -> mails.queue(
                        MailTemplate.ONBOARDING_CLOSED,
                        id,
                        Recipient.account(reseller.accountId()),
                        "",
                        Map.of("awaited", input.awaited())));
        mails.queueForLeads(MailTemplate.TEAM_ONBOARDING_CLOSED, id, "", Map.of("awaited", input.awaited()));
        return Outcome.done(new WaitEnded(false));
    }
}
