/** How far a case is, as applicant, reseller and team see it. Start with {@link io.rocketbots.onboarding.lifecycle.progress.Progress}. */
@NullMarked
package io.rocketbots.onboarding.lifecycle.progress;

import org.jspecify.annotations.NullMarked;
