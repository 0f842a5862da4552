package io.rocketbots.onboarding.tenancy.account;

import java.time.Duration;

/**
 * What is asked of people who sign in, and for how long that counts.
 *
 * @param teamSecondFactor whether reviewers, team leads and operators must have a second factor; others may have one
 * @param sessionLifetime after that long a session ends however much it is used
 * @param reauthenticateAfter what matters most asks for the password again when that long has passed since it was last given
 */
public record SignInTerms(boolean teamSecondFactor, Duration sessionLifetime, Duration reauthenticateAfter) {}
