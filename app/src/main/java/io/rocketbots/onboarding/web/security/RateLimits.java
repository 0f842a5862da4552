package io.rocketbots.onboarding.web.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.rocketbots.onboarding.configuration.RateLimitSettings.Limit;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Counts what may be done only so often, by a key such as the sender's network; each node counts for itself. What it keeps
 * is bounded: so many keys of one size, however long what they are made of.
 */
@Component
class RateLimits {

    private static final int KEYS = 100_000;
    private static final Duration KEPT = Duration.ofHours(2);

    /** The first wait for an account is that part of the longest; each is twice the one before. */
    private static final int FIRST_WAIT = 16;

    private final Cache<String, Bucket> buckets;
    private final Cache<String, Tries> tries;
    private final Clock clock;
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
        this.clock = clock;
        this.time = new ClockTime(clock);
        this.buckets =
                Caffeine.newBuilder().maximumSize(KEYS).expireAfterAccess(KEPT).build();
        this.tries =
                Caffeine.newBuilder().maximumSize(KEYS).expireAfterAccess(KEPT).build();
    }

    /** What may be done only so often. */
    enum Limited {
        SIGN_IN,
        APPLICATION,
        INVITATION,
        PASSWORD,
        /** After wrong passwords for one account. */
        FAILED_SIGN_IN,
        /** After wrong API keys from one network. */
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

    /**
     * Tries for one account.
     *
     * @param wrong how many there were
     * @param notBefore when there may be the next
     * @param now whether the last one that was asked for may be made
     */
    private record Tries(int wrong, Instant notBefore, boolean now) {}

    /** A key of always the same size; every part of it has a bounded length. */
    static String key(String what, String... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(what.getBytes(StandardCharsets.UTF_8));
            for (String part : parts) {
                digest.update((byte) 0);
                digest.update(part.getBytes(StandardCharsets.UTF_8));
            }
            return Base64.getEncoder().withoutPadding().encodeToString(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
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

    /** Puts one back that was taken, when it turns out not to count. */
    void giveBack(String key) {
        Bucket bucket = buckets.getIfPresent(key);
        if (bucket != null) {
            bucket.addTokens(1);
        }
    }

    /** How long to wait for the next one, without taking it; zero when there is one. */
    Duration waitFor(String key, Limit limit) {
        return Duration.ofNanos(bucket(key, limit).estimateAbilityToConsume(1).getNanosToWaitForRefill());
    }

    /**
     * Counts a try that is wrong until it is said to be right; zero when it may be made, else how long to wait. As many as
     * the limit has are free; after each one more there is a wait, which doubles up to the limit's period.
     */
    Duration slowDown(String key, Limit limit) {
        Instant now = clock.instant();
        Tries after = Objects.requireNonNull(tries.asMap().compute(key, (same, before) -> {
            if (before != null && now.isBefore(before.notBefore())) {
                return new Tries(before.wrong(), before.notBefore(), false);
            }
            int wrong = before == null ? 1 : before.wrong() + 1;
            return new Tries(wrong, now.plus(waitAfter(wrong, limit)), true);
        }));
        return after.now() ? Duration.ZERO : Duration.between(now, after.notBefore());
    }

    /** The last try was right: neither it nor its wait counts. */
    void speedUp(String key) {
        Instant now = clock.instant();
        tries.asMap().computeIfPresent(key, (same, before) -> lessOne(before, now));
    }

    private static @Nullable Tries lessOne(Tries before, Instant now) {
        return before.wrong() <= 1 ? null : new Tries(before.wrong() - 1, now, true);
    }

    private static Duration waitAfter(int wrong, Limit limit) {
        int waits = wrong - limit.count();
        if (waits < 0) {
            return Duration.ZERO;
        }
        Duration first = limit.period().dividedBy(FIRST_WAIT);
        Duration wait = first.multipliedBy(1L << Math.min(waits, 4));
        return wait.compareTo(limit.period()) < 0 ? wait : limit.period();
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
