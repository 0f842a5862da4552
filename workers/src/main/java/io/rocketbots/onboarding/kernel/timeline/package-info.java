/** What happened to a case, told to people. Start with {@link io.rocketbots.onboarding.kernel.timeline.Timeline}. */
@NullMarked
package io.rocketbots.onboarding.kernel.timeline;

import org.jspecify.annotations.NullMarked;
