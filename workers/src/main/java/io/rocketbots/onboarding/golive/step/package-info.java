/** The worker of the step that everything leads to. */
@NullMarked
package io.rocketbots.onboarding.golive.step;

import org.jspecify.annotations.NullMarked;
