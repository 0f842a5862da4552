/** How a reseller's platform looks: name, colour and logos. Start with {@link io.rocketbots.onboarding.branding.Brand}. */
@NullMarked
package io.rocketbots.onboarding.branding;

import org.jspecify.annotations.NullMarked;
