package io.rocketbots.onboarding.admission.task;

/** Whether a task still waits for somebody. */
public enum TaskState {
    OPEN,
    /** Decided. */
    DONE,
    /** The process went on without a decision. */
    CANCELLED;

    /** Whether a task may go from this state straight to the next. */
    public boolean canBecome(TaskState next) {
        return this == OPEN && next != OPEN;
    }
}
