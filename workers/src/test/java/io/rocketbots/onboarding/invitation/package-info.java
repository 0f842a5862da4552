@NullMarked
package io.rocketbots.onboarding.invitation;

import org.jspecify.annotations.NullMarked;
