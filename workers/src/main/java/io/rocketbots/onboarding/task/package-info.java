/** The task list of the team and what people decide there. Start with {@link io.rocketbots.onboarding.task.Task}. */
@NullMarked
package io.rocketbots.onboarding.task;

import org.jspecify.annotations.NullMarked;
