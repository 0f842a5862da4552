@NullMarked
package io.rocketbots.onboarding.store;

import org.jspecify.annotations.NullMarked;
