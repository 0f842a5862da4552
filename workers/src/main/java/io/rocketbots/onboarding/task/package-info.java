/** The task list of the team and what people decide there. Start with {@link io.rocketbots.onboarding.task.TaskId}. */
@NullMarked
package io.rocketbots.onboarding.task;

import org.jspecify.annotations.NullMarked;
