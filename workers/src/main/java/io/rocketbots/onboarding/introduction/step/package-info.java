/** The workers of the introduction's steps, named like the steps in the diagram. */
@NullMarked
package io.rocketbots.onboarding.introduction.step;

import org.jspecify.annotations.NullMarked;
