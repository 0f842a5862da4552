package io.rocketbots.onboarding.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackOffTest {

    private final BackOff backOff = new BackOff(Duration.ofMillis(500), Duration.ofMinutes(1));

    /** Within a fifth of it: 0 and 1 are what a random generator gives at most. */
    @ParameterizedTest
    @CsvSource({"0, 500", "1, 500", "2, 1000", "3, 2000", "7, 32000", "8, 60000", "64, 60000", "2147483647, 60000"})
    void doublesUpToTheCap(int tries, long millis) {
        assertThat(backOff.after(tries, always(0L))).isEqualTo(Duration.ofMillis(millis * 8 / 10));
        assertThat(backOff.after(tries, always(-1L)).toMillis()).isBetween(millis * 12 / 10 - 1, millis * 12 / 10);
    }

    private static RandomGenerator always(long bits) {
        return () -> bits;
    }
}
