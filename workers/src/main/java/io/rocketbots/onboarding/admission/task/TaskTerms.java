package io.rocketbots.onboarding.admission.task;

import io.rocketbots.onboarding.admission.task.Task.Schedule;
import io.rocketbots.onboarding.process.TaskKind;
import java.time.Duration;
import java.time.Instant;

/**
 * By when tasks other than reviews and introductions are due. They are due when the team lead would be told.
 *
 * @param usual of tasks that nobody outside waits for
 * @param duplicateAccount an applicant waits for this one
 */
public record TaskTerms(Ladder usual, Ladder duplicateAccount) {

    /**
     * Both counted from the opening of the task.
     *
     * @param remindAfter when the team is reminded
     * @param escalateAfter when it is due, and the team lead is told
     */
    public record Ladder(Duration remindAfter, Duration escalateAfter) {}

    Schedule scheduleOf(TaskKind kind, Instant openedAt) {
        Ladder ladder = kind == TaskKind.DUPLICATE_ACCOUNT ? duplicateAccount : usual;
        Instant due = openedAt.plus(ladder.escalateAfter());
        return new Schedule(due, openedAt.plus(ladder.remindAfter()), due);
    }
}
