/** What runs it for real: Compose files, image, proxy and scripts. Start with {@link io.rocketbots.onboarding.deploy.ComposeTest}. */
@NullMarked
package io.rocketbots.onboarding.deploy;

import org.jspecify.annotations.NullMarked;
