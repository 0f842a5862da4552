@NullMarked
package io.rocketbots.onboarding.housekeeping;

import org.jspecify.annotations.NullMarked;
