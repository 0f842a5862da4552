/** The workers around every user task, named like the steps in the diagram. Start with RecordDecisionWorker. */
@NullMarked
package io.rocketbots.onboarding.task.step;

import org.jspecify.annotations.NullMarked;
