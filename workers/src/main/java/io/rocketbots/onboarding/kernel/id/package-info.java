/** The names of what features share, so that nobody needs a feature to name one of its things. */
@NullMarked
package io.rocketbots.onboarding.kernel.id;

import org.jspecify.annotations.NullMarked;
