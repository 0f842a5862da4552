/** All settings, from application.yaml. Start with {@link io.rocketbots.onboarding.configuration.Settings}. */
@NullMarked
package io.rocketbots.onboarding.configuration;

import org.jspecify.annotations.NullMarked;
