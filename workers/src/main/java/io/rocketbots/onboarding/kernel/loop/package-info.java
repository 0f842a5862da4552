/** What works on by itself beside the requests. Start with {@link io.rocketbots.onboarding.kernel.loop.Loop}. */
@NullMarked
package io.rocketbots.onboarding.kernel.loop;

import org.jspecify.annotations.NullMarked;
