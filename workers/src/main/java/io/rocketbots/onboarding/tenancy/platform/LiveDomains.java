package io.rocketbots.onboarding.tenancy.platform;

import io.rocketbots.onboarding.kernel.id.ResellerId;
import java.util.Optional;

/** The domains that Reseller Platforms answer on right now; asked on every request, so one indexed lookup each. */
public interface LiveDomains {

    /** Whose platform answers at that name (lower case, punycode); empty when it is unknown, not live or suspended. */
    Optional<ResellerId> ownerOf(String domain);

    /** Whose platform moved away from that name not long ago, so that it leads to the present one. */
    Optional<ResellerId> redirectOf(String domain);

    /** The name at which the reseller's platform answers; empty while there is none. */
    Optional<String> domainOf(ResellerId reseller);
}
