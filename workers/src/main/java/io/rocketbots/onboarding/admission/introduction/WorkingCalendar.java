package io.rocketbots.onboarding.admission.introduction;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;

/**
 * The team's working days: Monday to Friday in its time zone. It knows no holidays.
 *
 * @param zone where the team works
 */
public record WorkingCalendar(ZoneId zone) {

    private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    /** The same time of day, so many working days later. */
    public Instant plusWorkingDays(Instant from, int days) {
        ZonedDateTime day = from.atZone(zone);
        for (int left = days; left > 0; ) {
            day = day.plusDays(1);
            if (!WEEKEND.contains(day.getDayOfWeek())) {
                left--;
            }
        }
        return day.toInstant();
    }
}
