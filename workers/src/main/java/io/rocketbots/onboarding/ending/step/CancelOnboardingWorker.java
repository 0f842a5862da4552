package io.rocketbots.onboarding.ending.step;

import io.rocketbots.onboarding.application.Application;
import io.rocketbots.onboarding.application.ApplicationId;
import io.rocketbots.onboarding.application.ApplicationState;
import io.rocketbots.onboarding.application.Applications;
import io.rocketbots.onboarding.ending.Cancellation;
import io.rocketbots.onboarding.ending.Cancellations;
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
import io.rocketbots.onboarding.reseller.Reseller;
import io.rocketbots.onboarding.timeline.Timeline;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Somebody asked to end the onboarding: takes everything back and tells both sides. */
@Component
class CancelOnboardingWorker implements LocalStepWorker<ForApplication, Nothing> {

    private final Applications applications;
    private final Cancellations cancellations;
    private final EndOnboarding endOnboarding;
    private final Mails mails;
    private final Timeline timeline;
    private final Clock clock;

    CancelOnboardingWorker(
            Applications applications,
            Cancellations cancellations,
            EndOnboarding endOnboarding,
            Mails mails,
            Timeline timeline,
            Clock clock) {
        this.applications = applications;
        this.cancellations = cancellations;
        this.endOnboarding = endOnboarding;
        this.mails = mails;
        this.timeline = timeline;
        this.clock = clock;
    }

    @Override
    public JobType<ForApplication, Nothing> jobType() {
        return JobTypes.CANCEL_ONBOARDING;
    }

    @Override
    public Outcome<Nothing> apply(ForApplication input, Job job) {
        ApplicationId id = new ApplicationId(input.applicationId());
        Application application = applications.get(id);
        // Live or ended already: what was reached is not taken back here.
        if (application.state() != ApplicationState.CANCELLING) {
            return Outcome.done();
        }
        Optional<Reseller> reseller = endOnboarding.of(application);
        boolean byTeam = cancellations.of(id).filter(Cancellation::byTeam).isPresent();
        boolean withdrawn = reseller.isEmpty() && !byTeam;
        applications.save(application.cancel(!withdrawn, clock.instant()));
        timeline.tellEverybody(
                id, Timeline.SYSTEM, withdrawn ? "The application is closed." : "The onboarding has been cancelled.");
        reseller.ifPresentOrElse(
                found -> tell(
                        byTeam ? MailTemplate.ONBOARDING_CANCELLED_BY_TEAM : MailTemplate.ONBOARDING_CANCELLED,
                        id,
                        Recipient.account(found.accountId())),
                () -> tell(
                        byTeam ? MailTemplate.APPLICATION_CANCELLED_BY_TEAM : MailTemplate.APPLICATION_WITHDRAWN,
                        id,
                        Recipient.applicant()));
        mails.queueForLeads(MailTemplate.TEAM_ONBOARDING_CANCELLED, id, "", Map.of());
        return Outcome.done();
    }

    private void tell(MailTemplate template, ApplicationId about, Recipient to) {
        mails.queue(template, about, to, "", Map.of());
    }
}
