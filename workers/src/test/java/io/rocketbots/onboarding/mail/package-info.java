@NullMarked
package io.rocketbots.onboarding.mail;

import org.jspecify.annotations.NullMarked;
