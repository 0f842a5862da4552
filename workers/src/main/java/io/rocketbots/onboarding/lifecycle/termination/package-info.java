/** How an onboarding ends before the platform is live. Start with {@link io.rocketbots.onboarding.lifecycle.termination.EndOnboarding}. */
@NullMarked
package io.rocketbots.onboarding.lifecycle.termination;

import org.jspecify.annotations.NullMarked;
