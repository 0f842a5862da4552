/** The workers around every user task, named like the steps in the diagram. Start with {@link io.rocketbots.onboarding.admission.task.step.RecordDecisionWorker}. */
@NullMarked
package io.rocketbots.onboarding.admission.task.step;

import org.jspecify.annotations.NullMarked;
