/** What local mode shows of itself. Start with {@link io.rocketbots.onboarding.web.local.LocalController}. */
@NullMarked
package io.rocketbots.onboarding.web.local;

import org.jspecify.annotations.NullMarked;
