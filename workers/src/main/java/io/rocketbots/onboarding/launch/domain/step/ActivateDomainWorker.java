package io.rocketbots.onboarding.launch.domain.step;

import io.rocketbots.onboarding.integration.webhook.WebhookEvent;
import io.rocketbots.onboarding.kernel.id.DomainId;
import io.rocketbots.onboarding.kernel.job.Job;
import io.rocketbots.onboarding.kernel.job.LocalStepWorker;
import io.rocketbots.onboarding.kernel.job.Outcome;
import io.rocketbots.onboarding.kernel.mail.MailTemplate;
import io.rocketbots.onboarding.kernel.outbox.Outbox;
import io.rocketbots.onboarding.launch.domain.CustomDomain;
import io.rocketbots.onboarding.launch.domain.CustomDomain.Replaced;
import io.rocketbots.onboarding.launch.domain.CustomDomains;
import io.rocketbots.onboarding.launch.domain.DomainTerms;
import io.rocketbots.onboarding.launch.domain.ReleasedNames;
import io.rocketbots.onboarding.process.JobType;
import io.rocketbots.onboarding.process.JobTypes;
import io.rocketbots.onboarding.process.MessageTypes;
import io.rocketbots.onboarding.process.StepError;
import io.rocketbots.onboarding.process.Variables.DomainActivated;
import io.rocketbots.onboarding.process.Variables.ForDomain;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Makes the platform answer on the domain: host look-up and TLS permission read its state. A name it answered on before
 * leads to the new one for a while. Refuses when the reseller chose another name after the record had been found.
 */
@Component
class ActivateDomainWorker implements LocalStepWorker<ForDomain, DomainActivated> {

    private final CustomDomains domains;
    private final DomainTerms terms;
    private final ReleasedNames releasedNames;
    private final Outbox outbox;
    private final DomainNotices notices;
    private final Clock clock;

    ActivateDomainWorker(
            CustomDomains domains,
            DomainTerms terms,
            ReleasedNames releasedNames,
            Outbox outbox,
            DomainNotices notices,
            Clock clock) {
        this.domains = domains;
        this.terms = terms;
        this.releasedNames = releasedNames;
        this.outbox = outbox;
        this.notices = notices;
        this.clock = clock;
    }

    @Override
    public JobType<ForDomain, DomainActivated> jobType() {
        return JobTypes.ACTIVATE_DOMAIN;
    }

    @Override
    public Outcome<DomainActivated> apply(ForDomain input, Job job) {
        CustomDomain domain = domains.get(new DomainId(input.domainId()));
        return switch (domain.state()) {
            case WAITING -> Outcome.refused(StepError.DOMAIN_CHANGED);
            case VERIFIED -> {
                // One present domain a reseller: the former one leaves its place before this one takes it.
                if (domain.isPending()) {
                    domains.currentOf(domain.resellerId()).ifPresent(former -> moveFrom(former, domain, job));
                }
                CustomDomain live = domains.save(domain.activate(clock.instant()));
                outbox.put(
                        MessageTypes.DOMAIN_WENT_LIVE,
                        live.messageOrder(),
                        live.id().value().toString(),
                        new ForDomain(live.id().value()));
                notices.tell(
                        domain, "The platform answers on " + domain.domainName().inUnicode() + ".");
                tellFormerOwner(domain, job);
                notices.publish(domain, WebhookEvent.DOMAIN_LIVE);
                yield Outcome.done(activated(domain));
            }
            case LIVE, BROKEN, SUSPENDED, REDIRECTING -> Outcome.done(activated(domain));
            case RELEASED -> Outcome.done(new DomainActivated(false, null, null));
        };
    }

    private void moveFrom(CustomDomain former, CustomDomain domain, Job job) {
        domains.save(former.replaceBy(domain.id(), clock.instant().plus(terms.redirectPeriod())));
        notices.tell(
                former,
                former.domainName().inUnicode() + " leads to "
                        + domain.domainName().inUnicode() + " for now.");
        notices.mailFromPlatform(domain, job.elementInstanceKey());
    }

    /** Somebody who had the name before might not know that it is somebody else's now. */
    private void tellFormerOwner(CustomDomain domain, Job job) {
        releasedNames
                .formerOwnerOf(domain.domainName())
                .filter(former -> !former.equals(domain.resellerId()))
                .ifPresent(
                        former -> notices.mail(MailTemplate.DOMAIN_CLAIMED, domain, former, job.elementInstanceKey()));
    }

    /** The same however often the job is repeated, so read from the rows. */
    private DomainActivated activated(CustomDomain domain) {
        Optional<CustomDomain> former =
                domains.findByReplacedBy(domain.id().value()).stream().findFirst();
        return new DomainActivated(
                true,
                former.map(CustomDomain::id).map(DomainId::value).orElse(null),
                former.map(CustomDomain::replaced).map(Replaced::until).orElse(null));
    }
}
