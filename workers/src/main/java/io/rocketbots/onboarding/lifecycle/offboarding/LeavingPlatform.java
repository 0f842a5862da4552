package io.rocketbots.onboarding.lifecycle.offboarding;

import io.rocketbots.onboarding.kernel.id.ResellerId;
import io.rocketbots.onboarding.launch.domain.ParkedDomains;
import io.rocketbots.onboarding.lifecycle.golive.OpenToCustomers;
import io.rocketbots.onboarding.tenancy.platform.PlatformSessions;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import io.rocketbots.onboarding.tenancy.reseller.ResellerState;
import org.springframework.stereotype.Component;

/** Closes the platform of a reseller that is about to leave, and opens it again when the reseller stays. */
@Component
class LeavingPlatform {

    private final PlatformSessions sessions;
    private final ParkedDomains parkedDomains;
    private final OpenToCustomers openToCustomers;

    LeavingPlatform(PlatformSessions sessions, ParkedDomains parkedDomains, OpenToCustomers openToCustomers) {
        this.sessions = sessions;
        this.parkedDomains = parkedDomains;
        this.openToCustomers = openToCustomers;
    }

    /** Everybody on it is out from now on. */
    void close(ResellerId reseller) {
        sessions.endAll(reseller);
    }

    /** Nothing is done about its domain any more, which stays as it is. */
    void park(ResellerId reseller) {
        parkedDomains.park(reseller);
    }

    /** Lets go on what could not meanwhile; one that was suspended before is open again only when it is resumed. */
    void reopen(Reseller staying) {
        parkedDomains.unpark(staying.id());
        if (staying.state() == ResellerState.LIVE) {
            openToCustomers.reopen(staying.id());
        }
    }
}
