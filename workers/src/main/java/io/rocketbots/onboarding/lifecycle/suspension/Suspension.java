package io.rocketbots.onboarding.lifecycle.suspension;

import java.time.Instant;

/**
 * The last time a reseller was suspended, with the reason as it stands now.
 *
 * @param since when it began, which no correction moves
 */
public record Suspension(SuspensionCategory category, String reason, Instant since, String by) {}
