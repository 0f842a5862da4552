/** The reseller account: made or linked once an application is approved, and activated by its owner. Start with
 * {@link io.rocketbots.onboarding.admission.activation.CreateAccount}. */
@NullMarked
package io.rocketbots.onboarding.admission.activation;

import org.jspecify.annotations.NullMarked;
