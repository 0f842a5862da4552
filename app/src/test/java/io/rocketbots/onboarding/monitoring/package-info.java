/** Health, logs, and what is watched. */
@NullMarked
package io.rocketbots.onboarding.monitoring;

import org.jspecify.annotations.NullMarked;
