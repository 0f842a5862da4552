package io.rocketbots.onboarding.launch.domain.step;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.google.common.net.InetAddresses;
import io.rocketbots.onboarding.kernel.id.DomainId;
import io.rocketbots.onboarding.kernel.job.Job;
import io.rocketbots.onboarding.kernel.mail.MailTemplate;
import io.rocketbots.onboarding.launch.domain.CustomDomain;
import io.rocketbots.onboarding.launch.domain.CustomDomains;
import io.rocketbots.onboarding.launch.domain.Diagnosis;
import io.rocketbots.onboarding.launch.domain.Diagnosis.Kind;
import io.rocketbots.onboarding.launch.domain.DomainCheck;
import io.rocketbots.onboarding.launch.domain.DomainChecks;
import io.rocketbots.onboarding.launch.domain.DomainState;
import io.rocketbots.onboarding.launch.domain.DomainTerms;
import io.rocketbots.onboarding.launch.domain.LookAtDomain;
import io.rocketbots.onboarding.launch.domain.ParkedDomains;
import io.rocketbots.onboarding.launch.domain.Sighting;
import io.rocketbots.onboarding.launch.domain.step.WatchDomain.Health;
import java.net.InetAddress;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Looks at a domain that went live, for the two steps that do so while it is well and while it is broken. */
@Component
class WatchedDomains {

    /** A proxy that failed so often in a row is broken. */
    private static final int FAILURES_BORNE = 5;

    private static final Set<Kind> FAILURES = EnumSet.of(Kind.PROXY_FAILS, Kind.PROXY_ASTRAY);

    private final CustomDomains domains;
    private final DomainChecks checks;
    private final ParkedDomains parked;
    private final LookAtDomain look;
    private final DomainNotices notices;
    private final Clock clock;
    private final WatchDomain rule;

    WatchedDomains(
            CustomDomains domains,
            DomainChecks checks,
            ParkedDomains parked,
            LookAtDomain look,
            DomainNotices notices,
            DomainTerms terms,
            Clock clock,
            SecureRandom random) {
        this.domains = domains;
        this.checks = checks;
        this.parked = parked;
        this.look = look;
        this.notices = notices;
        this.clock = clock;
        this.rule = new WatchDomain(terms.watch(), random);
    }

    /** What a look found, and when the next one is due. */
    record Look(Health health, Instant next) {}

    /** What DNS says; nothing is asked about a domain that is no longer in use, or parked. */
    Optional<Sighting> ask(DomainId id) {
        CustomDomain domain = domains.get(id);
        return isInUse(domain) && !parked.isParked(id) ? Optional.of(look.at(domain)) : Optional.empty();
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
        return judge(domain, sighting.get(), job, now);
    }

    private Look judge(CustomDomain domain, Sighting sighting, Job job, Instant now) {
        List<Kind> before = checks.latest(domain, FAILURES_BORNE).stream()
                .map(check -> check.diagnosis().kind())
                .toList();
        boolean throughProxy = checks.latestAnswered(domain)
                .filter(check -> check.diagnosis().kind().isAboutProxy())
                .isPresent();
        Diagnosis seen = Diagnosis.of(sighting, throughProxy);
        if (before.size() == FAILURES_BORNE && before.stream().allMatch(FAILURES::contains)) {
            seen = seen.persisting();
        }
        Diagnosis warning = Diagnosis.warningOf(sighting);
        Health health = WatchDomain.healthOf(seen.kind());
        Instant next = rule.next(health, now);
        checks.add(
                domain.id(),
                job.elementInstanceKey(),
                new DomainCheck(
                        domain.domainName(),
                        now,
                        sighting.asked(),
                        sighting.answered(),
                        seen,
                        warning,
                        next,
                        sighting.ours().toSet()));
        domains.save(domain.watched(next));
        if (warning != null && warning.kind() == Kind.ADDRESS_OUTDATED) {
            tellOfOurNewAddresses(domain, sighting);
        }
        return new Look(health, next);
    }

    /** Once for each move of ours: the platform still answers at the old addresses, but not for ever. */
    private void tellOfOurNewAddresses(CustomDomain domain, Sighting sighting) {
        notices.mail(
                MailTemplate.DOMAIN_ADDRESS_OUTDATED,
                domain,
                domain.id().value() + " " + inOrder(sighting.ours().toSet()));
    }

    /** The same for the same addresses, in whatever order DNS tells them, and short however many they are. */
    private static UUID inOrder(List<InetAddress> addresses) {
        return UUID.nameUUIDFromBytes(addresses.stream()
                .map(InetAddresses::toAddrString)
                .sorted()
                .collect(Collectors.joining(" "))
                .getBytes(US_ASCII));
    }

    private static boolean isInUse(CustomDomain domain) {
        return domain.state().isServed() || domain.state() == DomainState.SUSPENDED;
    }
}
