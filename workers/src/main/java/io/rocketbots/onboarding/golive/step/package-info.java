/** The worker of the step that everything leads to: {@link io.rocketbots.onboarding.golive.step.GoLiveWorker}. */
@NullMarked
package io.rocketbots.onboarding.golive.step;

import org.jspecify.annotations.NullMarked;
