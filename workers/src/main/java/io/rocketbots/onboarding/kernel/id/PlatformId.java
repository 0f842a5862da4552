package io.rocketbots.onboarding.kernel.id;

import java.util.Optional;
import java.util.UUID;

/** Names the Rocketbots Platform or the platform of one reseller, which has the reseller's own id. */
public record PlatformId(UUID value) implements TypedId {

    /** Never null in the database, so that "one account an email and platform" is a plain unique constraint. */
    public static final PlatformId ROCKETBOTS = new PlatformId(new UUID(0, 0));

    public static PlatformId of(ResellerId reseller) {
        return new PlatformId(reseller.value());
    }

    public boolean isRocketbots() {
        return equals(ROCKETBOTS);
    }

    /** Whose platform it is; empty for Rocketbots. */
    public Optional<ResellerId> reseller() {
        return isRocketbots() ? Optional.empty() : Optional.of(new ResellerId(value));
    }
}
