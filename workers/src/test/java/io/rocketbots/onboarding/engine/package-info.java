/** The engine's side of the application, against the engine of Zeebe Process Test. */
@NullMarked
package io.rocketbots.onboarding.engine;

import org.jspecify.annotations.NullMarked;
