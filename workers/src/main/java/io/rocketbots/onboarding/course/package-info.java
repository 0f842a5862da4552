/**
 * Where cases stand and have been, which of their steps have failed and which nobody takes: from what the workers and
 * the outbox write down, never from a query to the engine. Start with {@link io.rocketbots.onboarding.course.StepVisits};
 * how positions follow from it is in {@link io.rocketbots.onboarding.process.course.Courses}.
 */
@NullMarked
package io.rocketbots.onboarding.course;

import org.jspecify.annotations.NullMarked;
