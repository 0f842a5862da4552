/** The workers of the steps that concern the application itself, named like the steps in the diagram. Start with {@link io.rocketbots.onboarding.admission.application.step.ConfirmReceiptWorker}. */
@NullMarked
package io.rocketbots.onboarding.admission.application.step;

import org.jspecify.annotations.NullMarked;
