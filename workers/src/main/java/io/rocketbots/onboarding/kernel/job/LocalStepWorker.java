package io.rocketbots.onboarding.kernel.job;

/** A step that needs nothing but the database. */
public interface LocalStepWorker<I, O> extends StepWorker<I, LocalStepWorker.NothingAsked, O> {

    /** There was nothing to ask. */
    enum NothingAsked {
        NOTHING
    }

    @Override
    default NothingAsked ask(I input) {
        return NothingAsked.NOTHING;
    }

    @Override
    default Outcome<O> apply(I input, NothingAsked answer, Job job) {
        return apply(input, job);
    }

    /** Changes rows, in one transaction that is committed before the engine hears of it. */
    Outcome<O> apply(I input, Job job);
}
