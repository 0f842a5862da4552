package io.rocketbots.onboarding.lifecycle.golive.step;

import io.rocketbots.onboarding.integration.webhook.DomainEvent;
import io.rocketbots.onboarding.integration.webhook.WebhookEvent;
import io.rocketbots.onboarding.kernel.mail.MailTemplate;
import io.rocketbots.onboarding.kernel.mail.Mails;
import io.rocketbots.onboarding.kernel.mail.Recipient;
import io.rocketbots.onboarding.kernel.timeline.Timeline;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Tells those concerned that a platform is live: the reseller by a mail in its own brand, whoever looks at the case by the
 * timeline, and the reseller's programs by an event.
 */
@Component
class GoLiveNotices {

    private final Mails mails;
    private final Timeline timeline;
    private final ApplicationEventPublisher events;

    GoLiveNotices(Mails mails, Timeline timeline, ApplicationEventPublisher events) {
        this.mails = mails;
        this.timeline = timeline;
        this.events = events;
    }

    void tell(Reseller reseller) {
        timeline.tellEverybody(reseller.applicationId(), Timeline.SYSTEM, "The Reseller Platform is live.");
        mails.queueFrom(
                reseller.id(),
                MailTemplate.PLATFORM_LIVE,
                reseller.applicationId(),
                Recipient.account(reseller.accountId()),
                "",
                Map.of());
        events.publishEvent(new DomainEvent(
                reseller.id(),
                WebhookEvent.PLATFORM_LIVE,
                Map.of("resellerId", reseller.id().value().toString())));
    }
}
