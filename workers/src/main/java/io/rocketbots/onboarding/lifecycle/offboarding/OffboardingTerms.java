package io.rocketbots.onboarding.lifecycle.offboarding;

import java.time.Duration;

/**
 * How long a reseller that leaves can come back.
 *
 * @param grace from the confirmation to the end
 * @param remindBefore how long before the end it is reminded
 * @param remindAgainBefore the same once more, shorter
 */
public record OffboardingTerms(Duration grace, Duration remindBefore, Duration remindAgainBefore) {}
