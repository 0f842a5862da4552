/** Rows that have done their work are removed, and steps that nobody takes are noticed: {@link io.rocketbots.onboarding.housekeeping.Housekeeping}. */
@NullMarked
package io.rocketbots.onboarding.housekeeping;

import org.jspecify.annotations.NullMarked;
