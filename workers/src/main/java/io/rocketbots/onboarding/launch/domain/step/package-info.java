/**
 * The workers of the steps of {@code domain-setup}, of the wait for a domain before it, and of {@code domain-watch} once it is
 * live. Start with {@link io.rocketbots.onboarding.launch.domain.step.CheckCname}, and with {@link io.rocketbots.onboarding.launch.domain.step.WatchDomain}
 * for a live domain.
 */
@NullMarked
package io.rocketbots.onboarding.launch.domain.step;

import org.jspecify.annotations.NullMarked;
