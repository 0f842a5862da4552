/** How the team closes a reseller's platform for a time. Start with {@link io.rocketbots.onboarding.lifecycle.suspension.SuspendReseller}. */
@NullMarked
package io.rocketbots.onboarding.lifecycle.suspension;

import org.jspecify.annotations.NullMarked;
