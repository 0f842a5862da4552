/** The steps that give a reseller an account, named like the steps in the diagram. Start with {@link io.rocketbots.onboarding.admission.activation.step.CreateAccountWorker}. */
@NullMarked
package io.rocketbots.onboarding.admission.activation.step;

import org.jspecify.annotations.NullMarked;
