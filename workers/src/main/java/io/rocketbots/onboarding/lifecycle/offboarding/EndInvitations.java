package io.rocketbots.onboarding.lifecycle.offboarding;

import io.rocketbots.onboarding.customer.invitation.RevokeInvitation;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import org.springframework.stereotype.Component;

/** Takes back the invitations to the platform and into the team of a reseller that has left. */
@Component
class EndInvitations implements EndsWithReseller {

    private final RevokeInvitation revokeInvitation;

    EndInvitations(RevokeInvitation revokeInvitation) {
        this.revokeInvitation = revokeInvitation;
    }

    @Override
    public void end(Reseller reseller) {
        revokeInvitation.revokeAllOf(reseller.id());
    }
}
