package io.rocketbots.onboarding.launch.domain;

import io.rocketbots.onboarding.kernel.id.ResellerId;
import io.rocketbots.onboarding.kernel.outbox.Outbox;
import io.rocketbots.onboarding.process.MessageTypes;
import io.rocketbots.onboarding.process.Variables.Nothing;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Frees what a reseller has of domains: it is set right no more, or has left. Doing it twice is doing it once. */
@Component
public class GiveUpDomain {

    private final CustomDomains domains;
    private final ReleasedNames releasedNames;
    private final Outbox outbox;
    private final Clock clock;

    GiveUpDomain(CustomDomains domains, ReleasedNames releasedNames, Outbox outbox, Clock clock) {
        this.domains = domains;
        this.releasedNames = releasedNames;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Releases all domains of that reseller: the present one, one that was to take its place, former ones. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void of(ResellerId reseller) {
        domains.findByResellerIdOrderByRequestedAtDesc(reseller).forEach(this::release);
    }

    /** Releases that domain and ends the processes that still wait for it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void release(CustomDomain domain) {
        if (domain.state() == DomainState.RELEASED) {
            return;
        }
        if (domain.state().isProved()) {
            releasedNames.add(domain.domainName(), domain.resellerId(), clock.instant());
        }
        domains.save(domain.release(clock.instant()));
        // The set-up that a case called ends with the case.
        if (domain.isPending() || domain.liveAt() != null) {
            outbox.put(
                    MessageTypes.DOMAIN_RELEASED,
                    domain.messageOrder(),
                    domain.id().value().toString(),
                    new Nothing());
        }
    }
}
