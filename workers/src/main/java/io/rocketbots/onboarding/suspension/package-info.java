/** How the team closes a reseller's platform for a time. Start with {@link io.rocketbots.onboarding.suspension.SuspendReseller}. */
@NullMarked
package io.rocketbots.onboarding.suspension;

import org.jspecify.annotations.NullMarked;
