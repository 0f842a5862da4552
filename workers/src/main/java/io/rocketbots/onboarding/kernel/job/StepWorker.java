package io.rocketbots.onboarding.kernel.job;

import io.rocketbots.onboarding.process.JobType;

/**
 * The work of one service task. It may run twice for one job and must leave the same state as once.
 *
 * @param <I> the variables it reads
 * @param <A> what it asks the outside world for; nothing for a {@link LocalStepWorker}
 * @param <O> the variables it writes
 */
public interface StepWorker<I, A, O> {

    JobType<I, O> jobType();

    /** Asks the outside world (DNS, say), in no transaction. May be slow, changes nothing. */
    A ask(I input);

    /** Changes rows, in one transaction that is committed before the engine hears of it. */
    Outcome<O> apply(I input, A answer, Job job);
}
