package io.rocketbots.onboarding.process;

/**
 * The kind of work a service task asks for: its name in the model, what it reads and what it writes.
 *
 * @param name the job type in the model, the kebab-case of the element's words
 * @param input a record whose components are exactly the variables the worker fetches
 * @param output a record whose components are exactly the variables the worker sets
 */
public record JobType<I, O>(String name, Class<I> input, Class<O> output) {}
