/**
 * The workers of the steps by which a reseller leaves, named like the steps in the diagram. Start with
 * {@link io.rocketbots.onboarding.lifecycle.offboarding.step.StartOffboardingWorker}; what they do is in {@link io.rocketbots.onboarding.lifecycle.offboarding.OffboardingLifecycle}.
 */
@NullMarked
package io.rocketbots.onboarding.lifecycle.offboarding.step;

import org.jspecify.annotations.NullMarked;
