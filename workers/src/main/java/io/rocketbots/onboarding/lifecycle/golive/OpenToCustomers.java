package io.rocketbots.onboarding.lifecycle.golive;

import io.rocketbots.onboarding.customer.invitation.ReleaseInvitations;
import io.rocketbots.onboarding.customer.space.ReleaseWaitingSpaces;
import io.rocketbots.onboarding.kernel.id.ResellerId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens a Reseller Platform to its customers: the invitations and Spaces that waited for that go on. Called in the
 * transaction that opens it, once the reseller's row is saved.
 */
@Component
public class OpenToCustomers {

    private final ReleaseInvitations releaseInvitations;
    private final ReleaseWaitingSpaces releaseWaitingSpaces;

    OpenToCustomers(ReleaseInvitations releaseInvitations, ReleaseWaitingSpaces releaseWaitingSpaces) {
        this.releaseInvitations = releaseInvitations;
        this.releaseWaitingSpaces = releaseWaitingSpaces;
    }

    /** The platform is live for the first time. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void open(ResellerId reseller) {
        releaseInvitations.of(reseller);
        releaseWaitingSpaces.of(reseller);
    }

    /** The platform was closed for a while. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void reopen(ResellerId reseller) {
        releaseInvitations.againOf(reseller);
        releaseWaitingSpaces.refusedOf(reseller);
    }
}
