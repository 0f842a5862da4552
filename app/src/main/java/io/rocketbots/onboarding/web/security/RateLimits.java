package io.rocketbots.onboarding.web.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.rocketbots.onboarding.web.security.RateLimitSettings.Limit;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Counts what may be done only so often, by a key such as the sender's address; each node counts for itself. */
@Component
class RateLimits {

    private static final int KEYS = 100_000;

    private final Cache<String, Bucket> buckets;
    private final TimeMeter time;
    private final Map<Limited, Counter> refusals = new EnumMap<>(Limited.class);

    RateLimits(Clock clock, MeterRegistry meters) {
        for (Limited what : Limited.values()) {
            Counter counter = Counter.builder("onboarding.rate.limit.refusals")
                    .description("Requests that were refused since they came too often")
                    .tag("what", what.name().toLowerCase(Locale.ROOT))
                    .register(meters);
            refusals.put(what, counter);
        }
        this.time = new ClockTime(clock);
        this.buckets = Caffeine.newBuilder()
                .maximumSize(KEYS)
                .expireAfterAccess(Duration.ofHours(2))
                .build();
    }

    /** What may be done only so often. */
    enum Limited {
        SIGN_IN,
        APPLICATION,
        INVITATION,
        PASSWORD,
        /** After wrong passwords for one email, from one network address. */
        FAILED_SIGN_IN,
        /** After wrong API keys from one network address. */
        WRONG_KEY,
        API_CALL
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

    /** Counts that somebody was told to wait. */
    void countRefusal(Limited what) {
        Objects.requireNonNull(refusals.get(what)).increment();
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
