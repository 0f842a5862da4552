/** The worker of the step that everything leads to: {@link io.rocketbots.onboarding.lifecycle.golive.step.GoLiveWorker}. */
@NullMarked
package io.rocketbots.onboarding.lifecycle.golive.step;

import org.jspecify.annotations.NullMarked;
