package io.rocketbots.onboarding.admission.task;

import io.rocketbots.onboarding.admission.task.OpenTasks.Work;

/**
 * A feature's own say in whether a task that the process opens is needed any more. The engine may come back after the time
 * was over, and hear only then of what was done before.
 */
public interface NeedlessTask {

    boolean isNeedless(Work work);
}
