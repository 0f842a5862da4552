@NullMarked
package io.rocketbots.onboarding.contact;

import org.jspecify.annotations.NullMarked;
