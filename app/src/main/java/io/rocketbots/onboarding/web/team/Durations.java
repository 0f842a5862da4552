package io.rocketbots.onboarding.web.team;

import java.time.Duration;

/** Durations as people read them: as long as it is, no longer than it must be. */
final class Durations {

    private Durations() {}

    static String inWords(Duration duration) {
        if (duration.toDays() > 0) {
            return parts(duration.toDays(), "d", duration.toHoursPart(), "h");
        }
        if (duration.toHours() > 0) {
            return parts(duration.toHours(), "h", duration.toMinutesPart(), "min");
        }
        if (duration.toMinutes() > 0) {
            return parts(duration.toMinutes(), "min", duration.toSecondsPart(), "s");
        }
        return duration.toSeconds() > 0 ? duration.toSeconds() + " s" : "under 1 s";
    }

    private static String parts(long large, String largeUnit, int small, String smallUnit) {
        return large + " " + largeUnit + (small == 0 ? "" : " " + small + " " + smallUnit);
    }
}
