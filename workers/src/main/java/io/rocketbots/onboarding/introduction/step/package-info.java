/** The workers of the introduction's steps, named like the steps in the diagram. Start with {@link io.rocketbots.onboarding.introduction.step.OpenIntroductionWorker}. */
@NullMarked
package io.rocketbots.onboarding.introduction.step;

import org.jspecify.annotations.NullMarked;
