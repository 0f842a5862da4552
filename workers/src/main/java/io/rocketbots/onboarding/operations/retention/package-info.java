/** Rows that have done their work are removed, and steps that nobody takes are noticed: {@link io.rocketbots.onboarding.operations.retention.Retention}. */
@NullMarked
package io.rocketbots.onboarding.operations.retention;

import org.jspecify.annotations.NullMarked;
