/** Spaces, in which an account works on a platform. Start with {@link io.rocketbots.onboarding.space.Space}. */
@NullMarked
package io.rocketbots.onboarding.space;

import org.jspecify.annotations.NullMarked;
