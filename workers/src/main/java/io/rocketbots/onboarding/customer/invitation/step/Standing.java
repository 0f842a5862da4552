package io.rocketbots.onboarding.customer.invitation.step;

import io.rocketbots.onboarding.customer.invitation.Invitation;
import io.rocketbots.onboarding.customer.space.Spaces;
import io.rocketbots.onboarding.tenancy.reseller.Resellers;
import java.util.Optional;

/** Where an invitation stands, in the words of the model. */
final class Standing {

    static final String EXPIRED = "expired";

    private Standing() {}

    /** Whether nobody can accept it, since the Space, platform or team that it leads to is closed for now. */
    static boolean isClosedForNow(Invitation invitation, Resellers resellers, Spaces spaces) {
        return invitation
                        .owner()
                        .map(resellers::get)
                        .filter(reseller -> reseller.state().isClosedForNow())
                        .isPresent()
                || Optional.ofNullable(invitation.spaceId())
                        .map(spaces::get)
                        .filter(space -> space.state().isClosedForNow())
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
