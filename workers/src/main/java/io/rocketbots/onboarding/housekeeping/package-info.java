/** Rows that have done their work are removed. */
@NullMarked
package io.rocketbots.onboarding.housekeeping;

import org.jspecify.annotations.NullMarked;
