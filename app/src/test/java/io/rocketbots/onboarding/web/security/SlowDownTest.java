package io.rocketbots.onboarding.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.rocketbots.onboarding.configuration.RateLimitSettings.Limit;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How the guesses of an account's password become slower. */
class SlowDownTest {

    private static final Limit LIMIT = new Limit(3, Duration.ofMinutes(16));
    private static final String ACCOUNT = RateLimits.key("account", "ada@acme.example");

    private Instant now = Instant.EPOCH;
    private final InstantSource time = () -> now;
    private final Clock clock = time.withZone(ZoneOffset.UTC);
    private final RateLimits limits = new RateLimits(clock, new SimpleMeterRegistry());

    @Test
    void makesEachTryWaitTwiceAsLongAsTheOneBeforeUpToTheLongest() {
        tryThreeTimes();

        List<Duration> waits = IntStream.range(0, 7).mapToObj(i -> waitAndTry()).toList();

        assertThat(waits.stream().map(Duration::toMinutes)).containsExactly(1L, 2L, 4L, 8L, 16L, 16L, 16L);
    }

    @Test
    void takesARefusedTryForNone() {
        tryThreeTimes();

        assertThat(limits.slowDown(ACCOUNT, LIMIT)).hasMinutes(1);
        assertThat(limits.slowDown(ACCOUNT, LIMIT)).hasMinutes(1);
    }

    @Test
    void doesNotCountATryThatWasRight() {
        for (int i = 0; i < 20; i++) {
            assertThat(limits.slowDown(ACCOUNT, LIMIT)).isZero();
            limits.speedUp(ACCOUNT);
        }
    }

    @Test
    void letsNoMoreThroughWhenManyTryAtTheSameMoment() throws Exception {
        Callable<Boolean> guess = () -> limits.slowDown(ACCOUNT, LIMIT).isZero();
        try (ExecutorService many = Executors.newFixedThreadPool(16)) {
            List<Future<Boolean>> guesses = many.invokeAll(IntStream.range(0, 200)
                    .<Callable<Boolean>>mapToObj(i -> guess)
                    .toList());

            assertThat(guesses.stream().filter(Future::resultNow)).hasSize(LIMIT.count());
        }
    }

    @Test
    void makesKeysOfOneSizeWhateverTheyAreMadeOf() {
        assertThat(RateLimits.key("account", "a".repeat(1_000)))
                .hasSameSizeAs(RateLimits.key("account", "a"))
                .isNotEqualTo(RateLimits.key("account", "a"));
        assertThat(RateLimits.key("account", "a", "bc")).isNotEqualTo(RateLimits.key("account", "ab", "c"));
    }

    private void tryThreeTimes() {
        for (int i = 0; i < LIMIT.count(); i++) {
            assertThat(limits.slowDown(ACCOUNT, LIMIT)).isZero();
        }
    }

    private Duration waitAndTry() {
        Duration wait = limits.slowDown(ACCOUNT, LIMIT);
        now = now.plus(wait);
        assertThat(limits.slowDown(ACCOUNT, LIMIT)).isZero();
        return wait;
    }
}
