/**
 * The whole application under test, as {@code mvn spring-boot:run} starts it: real engine, H2 in a file, caught mails.
 * Start with {@link io.rocketbots.onboarding.journey.WholeApplication} and {@link
 * io.rocketbots.onboarding.journey.InBrowser}.
 */
@NullMarked
package io.rocketbots.onboarding.journey;

import org.jspecify.annotations.NullMarked;
