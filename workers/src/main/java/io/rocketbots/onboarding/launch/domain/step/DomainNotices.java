package io.rocketbots.onboarding.launch.domain.step;

import io.rocketbots.onboarding.integration.webhook.DomainEvent;
import io.rocketbots.onboarding.integration.webhook.WebhookEvent;
import io.rocketbots.onboarding.kernel.id.ResellerId;
import io.rocketbots.onboarding.kernel.mail.MailTemplate;
import io.rocketbots.onboarding.kernel.mail.Mails;
import io.rocketbots.onboarding.kernel.mail.Recipient;
import io.rocketbots.onboarding.kernel.timeline.Timeline;
import io.rocketbots.onboarding.launch.domain.CustomDomain;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import io.rocketbots.onboarding.tenancy.reseller.Resellers;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Tells those concerned what became of a domain: its reseller by mail, whoever looks at the case by the timeline, and the
 * reseller's programs by an event.
 */
@Component
class DomainNotices {

    private final Resellers resellers;
    private final Mails mails;
    private final Timeline timeline;
    private final ApplicationEventPublisher events;

    DomainNotices(Resellers resellers, Mails mails, Timeline timeline, ApplicationEventPublisher events) {
        this.resellers = resellers;
        this.mails = mails;
        this.timeline = timeline;
        this.events = events;
    }

    /** Mails the reseller whose domain it is; once for each occasion. */
    void mail(MailTemplate template, CustomDomain domain, Object occasion) {
        mail(template, domain, domain.resellerId(), occasion);
    }

    /** The same to another reseller, whom the domain concerns, too. */
    void mail(MailTemplate template, CustomDomain domain, ResellerId to, Object occasion) {
        Reseller reseller = resellers.get(to);
        mails.queue(
                template,
                reseller.applicationId(),
                Recipient.account(reseller.accountId()),
                occasion.toString(),
                Map.of("domainId", domain.id().value().toString()));
    }

    /** Mails the reseller from its own platform, and with that from the domain, that it answers there now. */
    void mailFromPlatform(CustomDomain domain, Object occasion) {
        mails.queueFrom(
                domain.resellerId(),
                MailTemplate.PLATFORM_LIVE,
                domain.applicationId(),
                Recipient.account(resellers.get(domain.resellerId()).accountId()),
                occasion.toString(),
                Map.of());
    }

    /** Puts it into the timeline of the case. */
    void tell(CustomDomain domain, String words) {
        timeline.tellEverybody(domain.applicationId(), Timeline.SYSTEM, words);
    }

    void publish(CustomDomain domain, WebhookEvent event) {
        events.publishEvent(new DomainEvent(domain.resellerId(), event, Map.of("domain", domain.name())));
    }
}
