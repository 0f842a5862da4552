package io.rocketbots.onboarding.invitation.step;

import io.rocketbots.onboarding.invitation.Invitation;
import io.rocketbots.onboarding.reseller.Resellers;

/** Where an invitation stands, in the words of the model. */
final class Standing {

    static final String EXPIRED = "expired";

    private Standing() {}

    /** Whether the platform or team that it leads to is suspended or about to end, so that nobody can accept it. */
    static boolean isClosedForNow(Invitation invitation, Resellers resellers) {
        return invitation
                .owner()
                .map(resellers::get)
                .filter(reseller -> reseller.state().isClosedForNow())
                .isPresent();
    }

    static String of(Invitation invitation) {
        return switch (invitation.state()) {
            // The message about an undeliverable mail is on its way and ends the wait.
            case PREPARED, OPEN, UNDELIVERABLE -> "open";
            case ACCEPTED -> "accepted";
            case REVOKED, EXPIRED -> "closed";
        };
    }
}
