package io.rocketbots.onboarding.kernel.job;

import io.rocketbots.onboarding.process.StepError;
import io.rocketbots.onboarding.process.Variables.Nothing;

/**
 * How a step ended. Both commit what the step changed; a technical fault is an exception, rolls back and is tried
 * again.
 */
public sealed interface Outcome<O> {

    /** The step is done; its output becomes variables. */
    record Done<O>(O output) implements Outcome<O> {}

    /** A modelled business error: the model has a path of its own for it. */
    record Refused<O>(StepError error) implements Outcome<O> {}

    static <O> Outcome<O> done(O output) {
        return new Done<>(output);
    }

    static Outcome<Nothing> done() {
        return new Done<>(new Nothing());
    }

    static <O> Outcome<O> refused(StepError error) {
        return new Refused<>(error);
    }
}
