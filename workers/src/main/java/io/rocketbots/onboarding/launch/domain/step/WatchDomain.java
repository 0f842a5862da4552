package io.rocketbots.onboarding.launch.domain.step;

import io.rocketbots.onboarding.launch.domain.Diagnosis;
import io.rocketbots.onboarding.launch.domain.WatchTerms;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/**
 * When to look at a live domain again, and what a look says about it. A zone that did not answer says nothing: that is
 * looked at again soon. Up to a tenth is added at random, so that domains that began together do not stay together.
 */
final class WatchDomain {

    private static final double JITTER = 0.1;

    private final WatchTerms terms;
    private final RandomGenerator random;

    WatchDomain(WatchTerms terms, RandomGenerator random) {
        this.terms = terms;
        this.random = random;
    }

    /** What a look says about a domain. */
    enum Health {
        WELL,
        ELSEWHERE,
        UNKNOWN
    }

    static Health healthOf(Diagnosis.Kind seen) {
        return switch (seen) {
            // However it leads to the platform; that the name is the reseller's was shown before.
            case FOUND, FOUND_BY_ADDRESS, FOUND_BY_PROXY, FLATTENED -> Health.WELL;
            case COULD_NOT_ASK, PROXY_FAILS -> Health.UNKNOWN;
            default -> Health.ELSEWHERE;
        };
    }

    /** The moment of the first look, at a domain that has just gone live. */
    Instant first(Instant now) {
        return next(Health.WELL, now);
    }

    Instant next(Health health, Instant now) {
        Duration interval = health == Health.WELL ? terms.every() : terms.whileBroken();
        return now.plus(interval).plusMillis((long) (interval.toMillis() * JITTER * random.nextDouble()));
    }
}
