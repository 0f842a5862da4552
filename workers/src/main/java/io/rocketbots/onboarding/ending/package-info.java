/** How an onboarding ends before the platform is live. Start with {@link io.rocketbots.onboarding.ending.EndOnboarding}. */
@NullMarked
package io.rocketbots.onboarding.ending;

import org.jspecify.annotations.NullMarked;
