@NullMarked
package io.rocketbots.onboarding.configuration;

import org.jspecify.annotations.NullMarked;
