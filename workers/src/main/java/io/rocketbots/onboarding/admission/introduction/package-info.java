/** The team introduces somebody to a new reseller. Start with {@link io.rocketbots.onboarding.admission.introduction.IntroductionTerms}. */
@NullMarked
package io.rocketbots.onboarding.admission.introduction;

import org.jspecify.annotations.NullMarked;
