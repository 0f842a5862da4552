/** How far a case is, as applicant, reseller and team see it. Start with {@link io.rocketbots.onboarding.progress.Progress}. */
@NullMarked
package io.rocketbots.onboarding.progress;

import org.jspecify.annotations.NullMarked;
