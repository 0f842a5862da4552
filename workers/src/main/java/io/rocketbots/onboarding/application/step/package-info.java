/** The workers of the steps that concern the application itself, named like the steps in the diagram. */
@NullMarked
package io.rocketbots.onboarding.application.step;

import org.jspecify.annotations.NullMarked;
