package io.rocketbots.onboarding.kernel.job;

/**
 * There is no place now for what the step has to ask the outside world: too many ask at the same time. It is tried again
 * soon, which uses up no try.
 */
public final class StepPostponed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StepPostponed(String why, Throwable cause) {
        super(why, cause);
    }
}
