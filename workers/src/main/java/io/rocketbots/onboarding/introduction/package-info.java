/** The team introduces somebody to a new reseller. Start with {@link io.rocketbots.onboarding.introduction.IntroductionTerms}. */
@NullMarked
package io.rocketbots.onboarding.introduction;

import org.jspecify.annotations.NullMarked;
