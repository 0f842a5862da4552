@NullMarked
package io.rocketbots.onboarding.upgrade;

import org.jspecify.annotations.NullMarked;
