package io.rocketbots.onboarding.lifecycle.termination;

import org.jspecify.annotations.Nullable;

/**
 * Somebody wanted an onboarding cancelled.
 *
 * @param reason what the team says to the other side; null when the reseller wanted it
 */
public record Cancellation(String byName, @Nullable String reason) {

    public boolean byTeam() {
        return reason != null;
    }
}
