/** The rules of the house, checked; and samples that break each of them, so that no rule passes without a reason. */
@NullMarked
package io.rocketbots.onboarding.architecture;

import org.jspecify.annotations.NullMarked;
