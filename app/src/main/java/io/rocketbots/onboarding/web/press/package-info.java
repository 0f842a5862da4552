/**
 * Answers whoever presses a button twice: the second press gets the answer of the first one. Start with {@link
 * io.rocketbots.onboarding.web.press.SecondPress}.
 */
@NullMarked
package io.rocketbots.onboarding.web.press;

import org.jspecify.annotations.NullMarked;
