/**
 * Follows a process instance along its model from what is known of it, without asking the engine. Start with
 * {@link io.rocketbots.onboarding.process.course.Course}; the models themselves are read by
 * {@link io.rocketbots.onboarding.process.course.Chart}.
 */
@NullMarked
package io.rocketbots.onboarding.process.course;

import org.jspecify.annotations.NullMarked;
