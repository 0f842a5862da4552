package io.rocketbots.onboarding.launch.domain.step;

import io.rocketbots.onboarding.launch.domain.CnameWait;
import io.rocketbots.onboarding.launch.domain.DomainTerms;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Component;

/**
 * When to look for a CNAME record again: often at first and after Check Now, then ever more slowly. Up to a tenth is added
 * at random, so that domains that began together do not stay together.
 */
@Component
class CheckCname {

    private static final double JITTER = 0.1;

    private final DomainTerms terms;
    private final RandomGenerator random;

    CheckCname(DomainTerms terms, RandomGenerator random) {
        this.terms = terms;
        this.random = random;
    }

    /** The moment of the next check, after one that found nothing. */
    Instant next(CnameWait wait, Instant now) {
        Duration interval = interval(wait, now);
        return now.plus(interval).plusMillis((long) (interval.toMillis() * JITTER * random.nextDouble()));
    }

    private Duration interval(CnameWait wait, Instant now) {
        int last = terms.checkIntervals().size() - 1;
        if (wait.checks() < last) {
            return terms.checkIntervals().get(wait.checks());
        }
        Instant startedAt = wait.startedAt();
        boolean slow = startedAt != null && !now.isBefore(startedAt.plus(terms.slowAfter()));
        return slow ? terms.slowInterval() : terms.checkIntervals().get(last);
    }
}
