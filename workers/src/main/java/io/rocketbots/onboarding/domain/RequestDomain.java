package io.rocketbots.onboarding.domain;

import io.rocketbots.onboarding.outbox.Outbox;
import io.rocketbots.onboarding.process.MessageTypes;
import io.rocketbots.onboarding.process.Variables.ForDomain;
import io.rocketbots.onboarding.process.Variables.Nothing;
import io.rocketbots.onboarding.reseller.Reseller;
import io.rocketbots.onboarding.reseller.ResellerId;
import io.rocketbots.onboarding.reseller.ResellerState;
import io.rocketbots.onboarding.reseller.Resellers;
import io.rocketbots.onboarding.timeline.Timeline;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A reseller asks for a domain or, while its record is still looked for, for another name. */
@Component
public class RequestDomain {

    private final CustomDomains domains;
    private final Resellers resellers;
    private final DomainTerms terms;
    private final Outbox outbox;
    private final Timeline timeline;
    private final Clock clock;

    RequestDomain(
            CustomDomains domains,
            Resellers resellers,
            DomainTerms terms,
            Outbox outbox,
            Timeline timeline,
            Clock clock) {
        this.domains = domains;
        this.resellers = resellers;
        this.terms = terms;
        this.outbox = outbox;
        this.timeline = timeline;
        this.clock = clock;
    }

    /** The domain cannot be changed in the state it is in. */
    public static final class NotChangeable extends RuntimeException {
        NotChangeable(CustomDomain domain) {
            super("Domain %s is %s and its name stays.".formatted(domain.id().value(), domain.state()));
        }
    }

    /**
     * Takes what was typed.
     *
     * @return the name that was understood, with what to look at again
     * @throws DomainRefused when it cannot be a reseller's domain
     * @throws NotChangeable when the present one is live
     */
    @Transactional
    public DomainRules.Typed request(ResellerId resellerId, String typed, String actor) {
        DomainRules.Typed read = terms.rules().read(typed);
        Reseller reseller = resellers.get(resellerId);
        if (reseller.state() == ResellerState.CANCELLED) {
            throw new DomainRefused("The onboarding has ended, so no domain can be set up.");
        }
        Optional<CustomDomain> current = domains.currentOf(resellerId);
        if (current.map(CustomDomain::name).filter(read.name().value()::equals).isPresent()) {
            return read;
        }
        if (domains.findByVerifiedDomain(read.name().value()).isPresent()) {
            throw new DomainRefused(
                    "This domain is already in use by another account. If it is yours, please answer one of our mails.");
        }
        if (current.isPresent()) {
            change(current.get(), read.name(), actor);
        } else {
            ask(reseller, read.name(), actor);
        }
        return read;
    }

    private void ask(Reseller reseller, DomainName name, String actor) {
        CustomDomain domain = domains.save(
                CustomDomain.request(reseller, name, terms.targetOf(reseller.cnameLabel()), clock.instant()));
        String application = reseller.applicationId().value().toString();
        outbox.put(
                MessageTypes.DOMAIN_REQUESTED,
                reseller.applicationId().value(),
                application,
                new ForDomain(domain.id().value()));
        timeline.tellEverybody(reseller.applicationId(), actor, "Asked for the domain " + name.inUnicode() + ".");
    }

    private void change(CustomDomain domain, DomainName name, String actor) {
        if (!domain.state().isChangeable()) {
            throw new NotChangeable(domain);
        }
        domains.save(domain.changeTo(name));
        outbox.put(
                MessageTypes.DOMAIN_CHANGED,
                domain.applicationId().value(),
                domain.id().value().toString(),
                new Nothing());
        timeline.tellEverybody(
                domain.applicationId(),
                actor,
                "Changed the domain from " + domain.domainName().inUnicode() + " to " + name.inUnicode() + ".");
    }
}
