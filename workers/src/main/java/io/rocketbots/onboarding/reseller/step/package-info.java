/** The workers of the steps that concern the reseller as a whole, named like the steps in the diagram. */
@NullMarked
package io.rocketbots.onboarding.reseller.step;

import org.jspecify.annotations.NullMarked;
