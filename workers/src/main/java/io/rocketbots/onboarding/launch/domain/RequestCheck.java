package io.rocketbots.onboarding.launch.domain;

import io.rocketbots.onboarding.kernel.id.DomainId;
import io.rocketbots.onboarding.kernel.id.ResellerId;
import io.rocketbots.onboarding.kernel.outbox.Outbox;
import io.rocketbots.onboarding.process.MessageType;
import io.rocketbots.onboarding.process.MessageTypes;
import io.rocketbots.onboarding.process.Variables.Nothing;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Check Now: the process looks for the record at once, and often again for a while. */
@Component
public class RequestCheck {

    private final CustomDomains domains;
    private final DomainTerms terms;
    private final Outbox outbox;
    private final Clock clock;

    RequestCheck(CustomDomains domains, DomainTerms terms, Outbox outbox, Clock clock) {
        this.domains = domains;
        this.terms = terms;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Check Now was pressed again too soon. */
    public static final class TooSoon extends RuntimeException {
        private final Duration retryAfter;

        TooSoon(Duration retryAfter) {
            super("A check was asked for a moment ago; the next one may be asked for in " + retryAfter + ".");
            this.retryAfter = retryAfter;
        }

        public Duration retryAfter() {
            return retryAfter;
        }
    }

    /** There is no domain whose record is looked for. */
    public static final class NothingToLookFor extends RuntimeException {
        NothingToLookFor(ResellerId reseller) {
            super("Reseller %s has no domain whose record is looked for.".formatted(reseller.value()));
        }
    }

    /**
     * Asks for a check of the domain the reseller sets up, or else of the present one.
     *
     * @throws NothingToLookFor when nobody looks at its record
     * @throws TooSoon within {@link DomainTerms#checkNowPause()} of the last press
     */
    @Transactional
    public void of(ResellerId reseller) {
        request(reseller, domains.pendingOf(reseller).or(() -> domains.currentOf(reseller)));
    }

    /**
     * The same for that domain, when it is one of the reseller's.
     *
     * @throws NothingToLookFor when nobody looks at its record
     * @throws TooSoon within {@link DomainTerms#checkNowPause()} of the last press
     */
    @Transactional
    public void of(ResellerId reseller, DomainId id) {
        request(
                reseller,
                domains.findById(id).filter(domain -> domain.resellerId().equals(reseller)));
    }

    private void request(ResellerId reseller, Optional<CustomDomain> asked) {
        CustomDomain domain = asked.filter(CustomDomain::isLookedFor).orElseThrow(() -> new NothingToLookFor(reseller));
        Instant now = clock.instant();
        Instant last = domain.cname().checkRequestedAt();
        if (last != null && now.isBefore(last.plus(terms.checkNowPause()))) {
            throw new TooSoon(Duration.between(now, last.plus(terms.checkNowPause())));
        }
        domains.save(domain.requestCheck(now));
        // While the team helps, no check is waiting to be asked for; the wait begins anew, as for another name.
        MessageType<Nothing> message =
                domain.needsHelp(now) ? MessageTypes.DOMAIN_CHANGED : MessageTypes.DNS_CHECK_REQUESTED;
        String key = domain.id().value().toString();
        if (!outbox.holds(message, key)) {
            outbox.put(message, domain.messageOrder(), key, new Nothing());
        }
    }
}
