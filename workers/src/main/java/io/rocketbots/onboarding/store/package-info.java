/** How typed ids and times stand in the database. Start with {@link io.rocketbots.onboarding.store.TypedId}. */
@NullMarked
package io.rocketbots.onboarding.store;

import org.jspecify.annotations.NullMarked;
