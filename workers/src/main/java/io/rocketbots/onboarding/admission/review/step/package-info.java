/** The workers of the review's steps, named like the steps in the diagram. Start with {@link io.rocketbots.onboarding.admission.review.step.OpenReviewWorker}. */
@NullMarked
package io.rocketbots.onboarding.admission.review.step;

import org.jspecify.annotations.NullMarked;
