/** The workers of the introduction's steps, named like the steps in the diagram. Start with {@link io.rocketbots.onboarding.admission.introduction.step.OpenIntroductionWorker}. */
@NullMarked
package io.rocketbots.onboarding.admission.introduction.step;

import org.jspecify.annotations.NullMarked;
