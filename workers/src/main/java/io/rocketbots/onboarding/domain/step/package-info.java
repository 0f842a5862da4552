/** The workers of the steps of {@code domain-setup}, and of the wait for a domain before it. Start with {@link io.rocketbots.onboarding.domain.step.CheckCname}. */
@NullMarked
package io.rocketbots.onboarding.domain.step;

import org.jspecify.annotations.NullMarked;
