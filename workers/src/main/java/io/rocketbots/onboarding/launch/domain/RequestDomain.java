package io.rocketbots.onboarding.launch.domain;

import io.rocketbots.onboarding.kernel.id.ResellerId;
import io.rocketbots.onboarding.kernel.outbox.Outbox;
import io.rocketbots.onboarding.kernel.timeline.Timeline;
import io.rocketbots.onboarding.process.MessageTypes;
import io.rocketbots.onboarding.process.Variables.DomainChangeRequested;
import io.rocketbots.onboarding.process.Variables.ForDomain;
import io.rocketbots.onboarding.process.Variables.Nothing;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import io.rocketbots.onboarding.tenancy.reseller.Resellers;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A reseller asks for a domain or, while its record is still looked for, for another name. Once the platform is live, the
 * other name is set up beside the present one and takes its place when it is live itself.
 */
@Component
public class RequestDomain {

    private final CustomDomains domains;
    private final ReleasedNames releasedNames;
    private final Resellers resellers;
    private final DomainTerms terms;
    private final Outbox outbox;
    private final Timeline timeline;
    private final Clock clock;

    RequestDomain(
            CustomDomains domains,
            ReleasedNames releasedNames,
            Resellers resellers,
            DomainTerms terms,
            Outbox outbox,
            Timeline timeline,
            Clock clock) {
        this.domains = domains;
        this.releasedNames = releasedNames;
        this.resellers = resellers;
        this.terms = terms;
        this.outbox = outbox;
        this.timeline = timeline;
        this.clock = clock;
    }

    /**
     * Takes what was typed.
     *
     * @return the name that was understood, with what to look at again
     * @throws DomainRefused when it cannot be a reseller's domain
     */
    @Transactional
    public DomainRules.Typed request(ResellerId resellerId, String typed, String actor) {
        DomainRules.Typed read = terms.rules().read(typed);
        // The onboarding may be closed in this very moment, for want of a domain.
        Reseller reseller = resellers.lock(resellerId);
        if (reseller.state().isOver()) {
            throw new DomainRefused("The onboarding has ended, so no domain can be set up.");
        }
        if (reseller.state().isClosedForNow()) {
            throw new DomainRefused("The platform is closed for now, so no domain can be set up.");
        }
        Optional<CustomDomain> current = domains.currentOf(resellerId);
        Optional<CustomDomain> pending = domains.pendingOf(resellerId);
        if (pending.or(() -> current).filter(domain -> isOn(domain, read)).isPresent()) {
            return read;
        }
        if (current.filter(domain -> isOn(domain, read)).isPresent()) {
            throw new DomainRefused(
                    "Your platform is on this domain already. Press Cancel Change if you want it to stay there.");
        }
        if (isTaken(read.name(), resellerId)) {
            throw new DomainRefused(
                    "This domain is already in use by another account. If it is yours, please answer one of our mails.");
        }
        if (pending.isPresent()) {
            change(pending.get(), read.name(), actor);
        } else if (current.isEmpty()) {
            ask(reseller, read.name(), actor);
        } else if (current.get().state().isChangeable()) {
            change(current.get(), read.name(), actor);
        } else {
            askForAnother(reseller, current.get(), read.name(), actor);
        }
        return read;
    }

    private static boolean isOn(CustomDomain domain, DomainRules.Typed read) {
        return domain.name().equals(read.name().value());
    }

    /** A former name of its own, which still leads to the present one, a reseller may take back. */
    private boolean isTaken(DomainName name, ResellerId reseller) {
        return domains.findByVerifiedDomain(name.value())
                .filter(holder -> !holder.resellerId().equals(reseller))
                .isPresent();
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

    private void askForAnother(Reseller reseller, CustomDomain present, DomainName name, String actor) {
        CustomDomain domain = domains.save(
                CustomDomain.requestChange(reseller, name, terms.targetOf(reseller.cnameLabel()), clock.instant()));
        outbox.put(
                MessageTypes.DOMAIN_CHANGE_REQUESTED,
                domain.messageOrder(),
                domain.id().value().toString(),
                new DomainChangeRequested(
                        reseller.applicationId().value(),
                        reseller.id().value(),
                        domain.id().value()));
        tellChange(present, name, actor);
    }

    private void change(CustomDomain domain, DomainName name, String actor) {
        if (domain.state().isProved()) {
            releasedNames.add(domain.domainName(), domain.resellerId(), clock.instant());
        }
        domains.save(domain.changeTo(name));
        outbox.put(
                MessageTypes.DOMAIN_CHANGED,
                domain.messageOrder(),
                domain.id().value().toString(),
                new Nothing());
        tellChange(domain, name, actor);
    }

    private void tellChange(CustomDomain from, DomainName to, String actor) {
        timeline.tellEverybody(
                from.applicationId(),
                actor,
                "Asked to change the domain from " + from.domainName().inUnicode() + " to " + to.inUnicode() + ".");
    }
}
