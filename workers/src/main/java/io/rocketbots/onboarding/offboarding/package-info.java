/** How a reseller leaves the program, and how it stays after all. Start with {@link io.rocketbots.onboarding.offboarding.Offboarding}. */
@NullMarked
package io.rocketbots.onboarding.offboarding;

import org.jspecify.annotations.NullMarked;
