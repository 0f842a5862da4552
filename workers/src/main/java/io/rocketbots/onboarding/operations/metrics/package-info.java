/** Metrics that are counted in the database. Start with {@link io.rocketbots.onboarding.operations.metrics.DatabaseMetrics}. */
@NullMarked
package io.rocketbots.onboarding.operations.metrics;

import org.jspecify.annotations.NullMarked;
