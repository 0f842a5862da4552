/** Metrics that are counted in the database. Start with {@link io.rocketbots.onboarding.figure.Figures}. */
@NullMarked
package io.rocketbots.onboarding.figure;

import org.jspecify.annotations.NullMarked;
