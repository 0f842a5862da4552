package io.rocketbots.onboarding.tenancy.platform;

import io.rocketbots.onboarding.kernel.id.PlatformId;
import io.rocketbots.onboarding.kernel.id.ResellerId;
import java.util.Optional;

/**
 * What answers at a host.
 *
 * @param host the name it was reached by, in lower case and without port
 */
public record Platform(PlatformId id, String host) {

    public boolean isRocketbots() {
        return id.isRocketbots();
    }

    /** Whose platform it is; empty for Rocketbots. */
    public Optional<ResellerId> reseller() {
        return id.reseller();
    }
}
