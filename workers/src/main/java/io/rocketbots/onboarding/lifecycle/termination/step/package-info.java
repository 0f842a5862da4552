/** The workers of the steps that end an onboarding early, named like the steps in the diagram. Start with {@link io.rocketbots.onboarding.lifecycle.termination.step.CancelOnboardingWorker}. */
@NullMarked
package io.rocketbots.onboarding.lifecycle.termination.step;

import org.jspecify.annotations.NullMarked;
