/** The review of an application by the team. Start with {@link io.rocketbots.onboarding.admission.application.ReviewTerms}. */
@NullMarked
package io.rocketbots.onboarding.admission.review;

import org.jspecify.annotations.NullMarked;
