package io.rocketbots.onboarding.web.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.rocketbots.onboarding.web.security.RateLimitSettings.Limit;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Counts what may be done only so often, by a key such as the sender's address; each node counts for itself. */
@Component
class RateLimits {

    private static final int KEYS = 100_000;

    private final Cache<String, Bucket> buckets;
    private final TimeMeter time;

    RateLimits(Clock clock) {
        this.time = new ClockTime(clock);
        this.buckets = Caffeine.newBuilder()
                .maximumSize(KEYS)
                .expireAfterAccess(Duration.ofHours(2))
                .build();
    }

    private record ClockTime(Clock clock) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            return TimeUnit.MILLISECONDS.toNanos(clock.millis());
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }

    /** Takes one; zero when there was one, else how long to wait for the next. */
    Duration take(String key, Limit limit) {
        ConsumptionProbe probe = bucket(key, limit).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Duration.ZERO : Duration.ofNanos(probe.getNanosToWaitForRefill());
    }

    /** How long to wait for the next one, without taking it; zero when there is one. */
    Duration waitFor(String key, Limit limit) {
        return Duration.ofNanos(bucket(key, limit).estimateAbilityToConsume(1).getNanosToWaitForRefill());
    }

    private Bucket bucket(String key, Limit limit) {
        return buckets.get(
                key,
                unseen -> Bucket.builder()
                        .addLimit(bandwidth ->
                                bandwidth.capacity(limit.count()).refillGreedy(limit.count(), limit.period()))
                        .withCustomTimePrecision(time)
                        .build());
    }
}
