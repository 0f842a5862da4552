/** Where cases stand, from what is written down. */
@NullMarked
package io.rocketbots.onboarding.course;

import org.jspecify.annotations.NullMarked;
