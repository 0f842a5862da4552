/**
 * How the whole is doing, for probes and for those who operate it. Start with {@link
 * io.rocketbots.onboarding.monitoring.HealthIndicators}.
 */
@NullMarked
package io.rocketbots.onboarding.monitoring;

import org.jspecify.annotations.NullMarked;
