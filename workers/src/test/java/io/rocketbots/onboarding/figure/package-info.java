/** Counting in the database, on each kind of it. */
@NullMarked
package io.rocketbots.onboarding.figure;

import org.jspecify.annotations.NullMarked;
