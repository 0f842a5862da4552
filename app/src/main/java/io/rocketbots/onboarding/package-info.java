/** The whole application in one process. Start with {@link io.rocketbots.onboarding.OnboardingApplication}. */
@NullMarked
package io.rocketbots.onboarding;

import org.jspecify.annotations.NullMarked;
