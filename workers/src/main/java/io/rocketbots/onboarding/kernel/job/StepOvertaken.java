package io.rocketbots.onboarding.kernel.job;

/**
 * A step has nothing to do any more, since what ends it is on its way to the engine. It is tried again until that has come,
 * however long it takes, and uses up no try.
 */
public final class StepOvertaken extends RuntimeException {

    /** @param why with ids only */
    public StepOvertaken(String why) {
        super(why);
    }
}
