/** The moment the platform is live. Start with the worker in {@code step}. */
@NullMarked
package io.rocketbots.onboarding.lifecycle.golive;

import org.jspecify.annotations.NullMarked;
