/**
 * Answers whoever presses a button twice: the second press gets the answer of the first one. Start with {@link
 * io.rocketbots.onboarding.web.submission.ResubmissionFilter}.
 */
@NullMarked
package io.rocketbots.onboarding.web.submission;

import org.jspecify.annotations.NullMarked;
