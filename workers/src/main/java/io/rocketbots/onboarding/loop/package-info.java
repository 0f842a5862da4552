/** What works on by itself beside the requests. Start with {@link io.rocketbots.onboarding.loop.Loop}. */
@NullMarked
package io.rocketbots.onboarding.loop;

import org.jspecify.annotations.NullMarked;
