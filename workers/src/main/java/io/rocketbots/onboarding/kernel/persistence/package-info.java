/** How typed ids and times stand in the database. Start with {@link io.rocketbots.onboarding.kernel.id.TypedId}. */
@NullMarked
package io.rocketbots.onboarding.kernel.persistence;

import org.jspecify.annotations.NullMarked;
