package io.rocketbots.onboarding.review;

import io.rocketbots.onboarding.task.Task.Schedule;
import java.time.Duration;
import java.time.Instant;

/**
 * How long the parts of a review take.
 *
 * @param period from the submission to the deadline
 * @param remindBefore this long before the deadline reviewers are reminded
 * @param minimumAfterAnswer at least this much is left after the applicant's answer
 * @param claimIdle a claim on a task is released after that long without activity
 * @param undo this long a decision can be taken back
 */
public record ReviewTerms(
        Duration period, Duration remindBefore, Duration minimumAfterAnswer, Duration claimIdle, Duration undo) {

    /** The schedule of a review; what is left of the time may be less than the reminder comes before its end. */
    public Schedule scheduleUntil(Instant deadline, Instant now) {
        Instant remind = deadline.minus(remindBefore);
        if (!remind.isAfter(now)) {
            Duration left = Duration.between(now, deadline);
            remind = left.isNegative() ? deadline : now.plus(left.dividedBy(2));
        }
        return new Schedule(deadline, remind, deadline);
    }
}
