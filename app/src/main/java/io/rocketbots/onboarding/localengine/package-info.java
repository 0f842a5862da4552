/**
 * Local mode's engine: a real Zeebe broker as a child of this application, so that a JDK and Maven are all one needs.
 * Start with {@link io.rocketbots.onboarding.localengine.LocalEngine}.
 */
@NullMarked
package io.rocketbots.onboarding.localengine;

import org.jspecify.annotations.NullMarked;
