package io.rocketbots.onboarding.lifecycle.golive.step;

import io.rocketbots.onboarding.admission.application.Application;
import io.rocketbots.onboarding.admission.application.ApplicationState;
import io.rocketbots.onboarding.admission.application.Applications;
import io.rocketbots.onboarding.admission.task.SettleDecision;
import io.rocketbots.onboarding.customer.invitation.ReleaseInvitations;
import io.rocketbots.onboarding.customer.space.ReleaseWaitingSpaces;
import io.rocketbots.onboarding.integration.webhook.DomainEvent;
import io.rocketbots.onboarding.integration.webhook.WebhookEvent;
import io.rocketbots.onboarding.kernel.id.ApplicationId;
import io.rocketbots.onboarding.kernel.id.ResellerId;
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
import io.rocketbots.onboarding.process.TaskKind;
import io.rocketbots.onboarding.process.Variables.ForCase;
import io.rocketbots.onboarding.process.Variables.Nothing;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import io.rocketbots.onboarding.tenancy.reseller.Resellers;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Brand and domain are there: the reseller is live, and hears it from a mail in its own brand. */
@Component
class GoLiveWorker implements LocalStepWorker<ForCase, Nothing> {

    private final Applications applications;
    private final Resellers resellers;
    private final ReleaseWaitingSpaces releaseWaitingSpaces;
    private final Mails mails;
    private final ReleaseInvitations releaseInvitations;
    private final CompleteCancellation completeCancellation;
    private final SettleDecision settle;
    private final Timeline timeline;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    GoLiveWorker(
            Applications applications,
            Resellers resellers,
            ReleaseWaitingSpaces releaseWaitingSpaces,
            Mails mails,
            ReleaseInvitations releaseInvitations,
            CompleteCancellation completeCancellation,
            SettleDecision settle,
            Timeline timeline,
            Clock clock,
            ApplicationEventPublisher events) {
        this.applications = applications;
        this.resellers = resellers;
        this.releaseWaitingSpaces = releaseWaitingSpaces;
        this.mails = mails;
        this.releaseInvitations = releaseInvitations;
        this.completeCancellation = completeCancellation;
        this.settle = settle;
        this.timeline = timeline;
        this.clock = clock;
        this.events = events;
    }

    @Override
    public JobType<ForCase, Nothing> jobType() {
        return JobTypes.GO_LIVE;
    }

    @Override
    public Outcome<Nothing> apply(ForCase input, Job job) {
        ApplicationId id = new ApplicationId(input.applicationId());
        Application application = applications.get(id);
        // Somebody asked to cancel before, and the process ends here.
        if (application.state() == ApplicationState.CANCELLING) {
            completeCancellation.of(application);
        }
        if (application.state() != ApplicationState.APPROVED) {
            return Outcome.done();
        }
        Instant now = clock.instant();
        Reseller reseller = resellers.get(new ResellerId(input.resellerId()));
        resellers.save(reseller.goLive(now));
        releaseInvitations.of(reseller.id());
        applications.save(application.goLive(now));
        releaseWaitingSpaces.of(reseller.id());
        // A call that was opened while what it is about was being done.
        settle.close(id, TaskKind.CALL);
        timeline.tellEverybody(id, Timeline.SYSTEM, "The Reseller Platform is live.");
        mails.queueFrom(
                reseller.id(), MailTemplate.PLATFORM_LIVE, id, Recipient.account(reseller.accountId()), "", Map.of());
        events.publishEvent(new DomainEvent(
                reseller.id(),
                WebhookEvent.PLATFORM_LIVE,
                Map.of("resellerId", reseller.id().value().toString())));
        return Outcome.done();
    }
}
