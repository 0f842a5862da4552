/** The review of an application by the team. Start with {@link io.rocketbots.onboarding.application.ReviewTerms}. */
@NullMarked
package io.rocketbots.onboarding.review;

import org.jspecify.annotations.NullMarked;
