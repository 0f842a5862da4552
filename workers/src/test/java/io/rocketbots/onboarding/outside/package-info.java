@NullMarked
package io.rocketbots.onboarding.outside;

import org.jspecify.annotations.NullMarked;
