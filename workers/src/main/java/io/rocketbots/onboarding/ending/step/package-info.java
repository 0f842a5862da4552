/** The workers of the steps that end an onboarding early, named like the steps in the diagram. */
@NullMarked
package io.rocketbots.onboarding.ending.step;

import org.jspecify.annotations.NullMarked;
