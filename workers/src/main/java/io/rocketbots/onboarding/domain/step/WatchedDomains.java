package io.rocketbots.onboarding.domain.step;

import io.rocketbots.onboarding.domain.CustomDomain;
import io.rocketbots.onboarding.domain.CustomDomains;
import io.rocketbots.onboarding.domain.Diagnosis;
import io.rocketbots.onboarding.domain.DnsLookup;
import io.rocketbots.onboarding.domain.DomainCheck;
import io.rocketbots.onboarding.domain.DomainChecks;
import io.rocketbots.onboarding.domain.DomainId;
import io.rocketbots.onboarding.domain.DomainState;
import io.rocketbots.onboarding.domain.DomainTerms;
import io.rocketbots.onboarding.domain.ParkedDomains;
import io.rocketbots.onboarding.domain.Sighting;
import io.rocketbots.onboarding.domain.step.WatchDomain.Health;
import io.rocketbots.onboarding.job.Job;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Looks at a domain that went live, for the two steps that do so while it is well and while it is broken. */
@Component
class WatchedDomains {

    private final CustomDomains domains;
    private final DomainChecks checks;
    private final ParkedDomains parked;
    private final DnsLookup dns;
    private final Clock clock;
    private final WatchDomain rule;

    WatchedDomains(
            CustomDomains domains,
            DomainChecks checks,
            ParkedDomains parked,
            DnsLookup dns,
            DomainTerms terms,
            Clock clock,
            SecureRandom random) {
        this.domains = domains;
        this.checks = checks;
        this.parked = parked;
        this.dns = dns;
        this.clock = clock;
        this.rule = new WatchDomain(terms.watch(), random);
    }

    /** What a look found, and when the next one is due. */
    record Look(Health health, Instant next) {}

    /** What DNS says; nothing is asked about a domain that is no longer in use, or parked. */
    Optional<Sighting> ask(DomainId id) {
        CustomDomain domain = domains.get(id);
        return isInUse(domain) && !parked.isParked(id)
                ? Optional.of(dns.look(domain.domainName(), domain.targetName()))
                : Optional.empty();
    }

    /** Judges it and puts it into the list of checks; a repeated job gets what it found before. */
    Look judge(DomainId id, Optional<Sighting> sighting, Job job) {
        CustomDomain domain = domains.get(id);
        Instant now = clock.instant();
        Optional<DomainCheck> before = checks.madeFor(id, job.elementInstanceKey());
        if (before.isPresent()) {
            return new Look(
                    WatchDomain.healthOf(before.get().diagnosis().kind()),
                    Objects.requireNonNullElse(before.get().nextCheckAt(), now));
        }
        if (isInUse(domain) && parked.isParked(id)) {
            return new Look(Health.UNKNOWN, rule.next(Health.WELL, now));
        }
        if (sighting.isEmpty() || !isInUse(domain)) {
            return new Look(Health.WELL, rule.next(Health.WELL, now));
        }
        Diagnosis seen = Diagnosis.of(sighting.get());
        Health health = WatchDomain.healthOf(seen.kind());
        Instant next = rule.next(health, now);
        checks.add(
                id,
                job.elementInstanceKey(),
                new DomainCheck(
                        domain.domainName(),
                        now,
                        sighting.get().asked(),
                        sighting.get().reply().inShort(),
                        seen,
                        Diagnosis.warningOf(sighting.get()),
                        next));
        domains.save(domain.watched(next));
        return new Look(health, next);
    }

    private static boolean isInUse(CustomDomain domain) {
        return domain.state().isServed() || domain.state() == DomainState.SUSPENDED;
    }
}
