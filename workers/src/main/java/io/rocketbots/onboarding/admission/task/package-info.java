/** The task list of the team and what people decide there. Start with {@link io.rocketbots.onboarding.admission.task.Task}. */
@NullMarked
package io.rocketbots.onboarding.admission.task;

import org.jspecify.annotations.NullMarked;
