package io.rocketbots.onboarding.launch.domain.step;

import static org.assertj.core.api.Assertions.assertThat;

import io.rocketbots.onboarding.launch.domain.CnameWait;
import io.rocketbots.onboarding.launch.domain.DomainTerms;
import io.rocketbots.onboarding.launch.domain.WatchTerms;
import io.rocketbots.onboarding.process.Variables.Ladder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CheckCnameTest {

    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");
    private static final DomainTerms TERMS = new DomainTerms(
            List.of(),
            "edge.example",
            false,
            new Ladder(Duration.ofDays(1), Duration.ofDays(3), Duration.ofDays(7), Duration.ofDays(30)),
            List.of(
                    Duration.ofSeconds(30),
                    Duration.ofMinutes(1),
                    Duration.ofMinutes(2),
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(10),
                    Duration.ofMinutes(30),
                    Duration.ofHours(1)),
            Duration.ofDays(7),
            Duration.ofHours(6),
            Duration.ofSeconds(10),
            Duration.ofDays(30),
            new WatchTerms(Duration.ofDays(1), Duration.ofHours(1), Duration.ofDays(7)));

    private final CheckCname withoutJitter = new CheckCname(TERMS, () -> 0);

    @Test
    void looksAgainAfterThirtySecondsAtFirst() {
        assertThat(pauseAfter(0, Duration.ZERO)).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void looksAgainEverMoreSlowly() {
        assertThat(pauseAfter(1, Duration.ofMinutes(1))).isEqualTo(Duration.ofMinutes(1));
        assertThat(pauseAfter(2, Duration.ofMinutes(2))).isEqualTo(Duration.ofMinutes(2));
        assertThat(pauseAfter(3, Duration.ofMinutes(4))).isEqualTo(Duration.ofMinutes(5));
        assertThat(pauseAfter(4, Duration.ofMinutes(9))).isEqualTo(Duration.ofMinutes(10));
        assertThat(pauseAfter(5, Duration.ofMinutes(19))).isEqualTo(Duration.ofMinutes(30));
    }

    @Test
    void looksHourlyInTheEnd() {
        assertThat(pauseAfter(6, Duration.ofHours(1))).isEqualTo(Duration.ofHours(1));
        assertThat(pauseAfter(100, Duration.ofDays(6))).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void looksEverySixHoursAfterAWeek() {
        assertThat(pauseAfter(100, Duration.ofDays(7))).isEqualTo(Duration.ofHours(6));
    }

    @Test
    void isQuickAgainAfterCheckNowEvenAfterAWeek() {
        assertThat(pauseAfter(0, Duration.ofDays(8))).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void addsATenthAtMost() {
        CheckCname mostJitter = new CheckCname(TERMS, () -> -1L);

        Instant next = mostJitter.next(wait(0), START);

        assertThat(Duration.between(START, next)).isBetween(Duration.ofMillis(32_900), Duration.ofSeconds(33));
    }

    private Duration pauseAfter(int checks, Duration age) {
        Instant now = START.plus(age);
        return Duration.between(now, withoutJitter.next(wait(checks), now));
    }

    private static CnameWait wait(int checks) {
        return new CnameWait(1L, START, START.plus(Duration.ofDays(30)), checks, START, null);
    }
}
