/** How a reseller's platform looks: name, colour and logos. Start with {@link io.rocketbots.onboarding.launch.branding.Brand}. */
@NullMarked
package io.rocketbots.onboarding.launch.branding;

import org.jspecify.annotations.NullMarked;
