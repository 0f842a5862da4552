/** What happened to a case, told to people. Start with {@link io.rocketbots.onboarding.timeline.Timeline}. */
@NullMarked
package io.rocketbots.onboarding.timeline;

import org.jspecify.annotations.NullMarked;
