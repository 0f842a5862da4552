package io.rocketbots.onboarding.lifecycle.termination;

import io.rocketbots.onboarding.admission.application.Application;
import io.rocketbots.onboarding.admission.application.Applications;
import io.rocketbots.onboarding.kernel.id.ApplicationId;
import io.rocketbots.onboarding.kernel.mail.MailTemplate;
import io.rocketbots.onboarding.kernel.mail.Mails;
import io.rocketbots.onboarding.kernel.mail.Recipient;
import io.rocketbots.onboarding.kernel.timeline.Timeline;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ends a case that somebody has asked to cancel: takes everything back and tells both sides. That is the step Cancel
 * onboarding; each other step that ends the process does it too, since after an outage it may come before the engine
 * hears of the cancellation, which then finds nobody.
 */
@Component
public class CompleteCancellation {

    private final Applications applications;
    private final Cancellations cancellations;
    private final EndOnboarding endOnboarding;
    private final Mails mails;
    private final Timeline timeline;
    private final Clock clock;

    CompleteCancellation(
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

    /** Of a case that is being cancelled. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void of(Application application) {
        ApplicationId id = application.id();
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
    }

    private void tell(MailTemplate template, ApplicationId about, Recipient to) {
        mails.queue(template, about, to, "", Map.of());
    }
}
