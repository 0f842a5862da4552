/** What local mode shows of itself. Start with {@link io.rocketbots.onboarding.local.page.LocalController}. */
@NullMarked
package io.rocketbots.onboarding.local.page;

import org.jspecify.annotations.NullMarked;
