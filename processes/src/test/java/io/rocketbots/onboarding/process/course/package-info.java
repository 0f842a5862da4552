/** What follows from what is known of a process instance. */
@NullMarked
package io.rocketbots.onboarding.process.course;

import org.jspecify.annotations.NullMarked;
