package io.rocketbots.onboarding.web.security;

import io.rocketbots.onboarding.integration.apikey.ApiKey;
import io.rocketbots.onboarding.tenancy.platform.Platform;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * A reseller's program, by its key; it acts for the reseller.
 *
 * @param platform the one whose host was called
 */
public record ApiCaller(ApiKey key, Reseller reseller, Platform platform) implements AuthenticatedPrincipal {

    @Override
    public String getName() {
        return key.id().toString();
    }

    /** Who it was, for the timeline. */
    public String actor() {
        return "API key \"" + key.name() + "\"";
    }
}
