/** The Rocketbots Platform and the Reseller Platforms, told apart by host. Start with {@link io.rocketbots.onboarding.tenancy.platform.Platforms}. */
@NullMarked
package io.rocketbots.onboarding.tenancy.platform;

import org.jspecify.annotations.NullMarked;
