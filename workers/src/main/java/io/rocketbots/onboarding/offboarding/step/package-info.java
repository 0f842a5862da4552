/** The workers of the steps by which a reseller leaves, named like the steps in the diagram. */
@NullMarked
package io.rocketbots.onboarding.offboarding.step;

import org.jspecify.annotations.NullMarked;
