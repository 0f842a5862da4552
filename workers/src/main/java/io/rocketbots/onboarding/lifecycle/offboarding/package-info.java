/** How a reseller leaves the program, and how it stays after all. Start with {@link io.rocketbots.onboarding.lifecycle.offboarding.Offboarding}. */
@NullMarked
package io.rocketbots.onboarding.lifecycle.offboarding;

import org.jspecify.annotations.NullMarked;
