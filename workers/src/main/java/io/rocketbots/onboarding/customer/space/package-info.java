/** Spaces, in which an account works on a platform. Start with {@link io.rocketbots.onboarding.customer.space.Space}. */
@NullMarked
package io.rocketbots.onboarding.customer.space;

import org.jspecify.annotations.NullMarked;
