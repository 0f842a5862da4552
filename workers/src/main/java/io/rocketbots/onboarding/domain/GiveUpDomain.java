package io.rocketbots.onboarding.domain;

import io.rocketbots.onboarding.reseller.ResellerId;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Frees a reseller's domain: it was never set right, or the onboarding has ended. Doing it twice is doing it once. */
@Component
public class GiveUpDomain {

    private final CustomDomains domains;
    private final Clock clock;

    GiveUpDomain(CustomDomains domains, Clock clock) {
        this.domains = domains;
        this.clock = clock;
    }

    /** Releases the present domain, if there is one, and returns what it was. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<CustomDomain> of(ResellerId reseller) {
        Optional<CustomDomain> domain = domains.currentOf(reseller);
        domain.ifPresent(current -> domains.save(current.release(clock.instant())));
        return domain;
    }
}
