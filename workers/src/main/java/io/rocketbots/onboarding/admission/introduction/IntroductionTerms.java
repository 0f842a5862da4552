package io.rocketbots.onboarding.admission.introduction;

import io.rocketbots.onboarding.admission.task.Task.Schedule;
import java.time.Duration;
import java.time.Instant;

/**
 * By when somebody of the team introduces themselves to a new reseller.
 *
 * @param workingDays within so many working days
 * @param escalateAfter then the team lead is told
 * @param giveUpAfter then nobody is waited for any more
 */
public record IntroductionTerms(int workingDays, Duration escalateAfter, Duration giveUpAfter) {

    Schedule scheduleFrom(Instant opened, WorkingCalendar calendar) {
        Instant escalate = opened.plus(escalateAfter);
        Instant due = calendar.plusWorkingDays(opened, workingDays);
        Instant dueAtLast = due.isBefore(escalate) ? due : escalate;
        return new Schedule(dueAtLast, dueAtLast, escalate);
    }
}
