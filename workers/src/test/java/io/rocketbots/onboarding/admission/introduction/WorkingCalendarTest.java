package io.rocketbots.onboarding.admission.introduction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class WorkingCalendarTest {

    private final WorkingCalendar berlin = new WorkingCalendar(ZoneId.of("Europe/Berlin"));

    @Test
    void countsDaysWithinTheWeek() {
        assertThat(berlin.plusWorkingDays(Instant.parse("2026-03-02T08:00:00Z"), 2))
                .isEqualTo("2026-03-04T08:00:00Z");
    }

    @Test
    void leavesTheWeekendOut() {
        assertThat(berlin.plusWorkingDays(Instant.parse("2026-03-05T08:00:00Z"), 2))
                .isEqualTo("2026-03-09T08:00:00Z");
    }

    @Test
    void countsFromMondayWhenItStartsOnASaturday() {
        assertThat(berlin.plusWorkingDays(Instant.parse("2026-03-07T08:00:00Z"), 2))
                .isEqualTo("2026-03-10T08:00:00Z");
    }

    @Test
    void keepsTheTimeOfDayWhenTheClocksChange() {
        assertThat(berlin.plusWorkingDays(Instant.parse("2026-03-27T08:00:00Z"), 1))
                .isEqualTo("2026-03-30T07:00:00Z");
    }

    @Test
    void lateOnFridayElsewhereIsSaturdayHere() {
        WorkingCalendar auckland = new WorkingCalendar(ZoneId.of("Pacific/Auckland"));

        assertThat(auckland.plusWorkingDays(Instant.parse("2026-03-06T20:00:00Z"), 1))
                .isEqualTo("2026-03-08T20:00:00Z");
    }
}
