package io.rocketbots.onboarding.invitation.step;

import io.rocketbots.onboarding.invitation.Invitation;

/** Where an invitation stands, in the words of the model. */
final class Standing {

    static final String EXPIRED = "expired";

    private Standing() {}

    static String of(Invitation invitation) {
        return switch (invitation.state()) {
            // The message about an undeliverable mail is on its way and ends the wait.
            case PREPARED, OPEN, UNDELIVERABLE -> "open";
            case ACCEPTED -> "accepted";
            case REVOKED, EXPIRED -> "closed";
        };
    }
}
