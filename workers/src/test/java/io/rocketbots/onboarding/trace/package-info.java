/** What goes into the log and over rows. */
@NullMarked
package io.rocketbots.onboarding.trace;

import org.jspecify.annotations.NullMarked;
