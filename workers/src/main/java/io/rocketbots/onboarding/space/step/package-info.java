/** The workers of {@code space-provisioning}, named like the steps in the diagram. */
@NullMarked
package io.rocketbots.onboarding.space.step;

import org.jspecify.annotations.NullMarked;
