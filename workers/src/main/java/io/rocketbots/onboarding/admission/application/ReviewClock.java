package io.rocketbots.onboarding.admission.application;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The one clock that reviewer and applicant both see. It stands still while we wait for the applicant.
 *
 * @param reviewDeadline when the review is due; while the clock stands still, when it was due before
 * @param reviewRemainingSeconds what is left of the time, only while the clock stands still
 */
public record ReviewClock(Instant reviewDeadline, @Nullable Long reviewRemainingSeconds) {

    static ReviewClock startedAt(Instant submission, Duration period) {
        return new ReviewClock(submission.plus(period), null);
    }

    public boolean isPaused() {
        return reviewRemainingSeconds != null;
    }

    ReviewClock pause(Instant now) {
        return isPaused()
                ? this
                : new ReviewClock(
                        reviewDeadline,
                        Math.max(0, Duration.between(now, reviewDeadline).toSeconds()));
    }

    /** Goes on with what was left, but with no less than the minimum, so that an answer can be read with care. */
    ReviewClock resume(Instant now, Duration minimum) {
        if (reviewRemainingSeconds == null) {
            return this;
        }
        return new ReviewClock(now.plusSeconds(Math.max(reviewRemainingSeconds, minimum.toSeconds())), null);
    }
}
