/**
 * How the whole is doing, for probes and for those who operate it: health, and metrics counted in the database. Start with
 * {@link io.rocketbots.onboarding.monitoring.Figures}.
 */
@NullMarked
package io.rocketbots.onboarding.monitoring;

import org.jspecify.annotations.NullMarked;
