/** The workers of the review's steps, named like the steps in the diagram. */
@NullMarked
package io.rocketbots.onboarding.review.step;

import org.jspecify.annotations.NullMarked;
