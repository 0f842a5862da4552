/** The workers of {@code space-provisioning}, named like the steps in the diagram. Start with {@link io.rocketbots.onboarding.customer.space.step.CreateSpaceWorker}. */
@NullMarked
package io.rocketbots.onboarding.customer.space.step;

import org.jspecify.annotations.NullMarked;
