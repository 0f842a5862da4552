package io.rocketbots.onboarding.web.security;

import java.time.Duration;

/**
 * How often things may be done that a stranger can do.
 *
 * @param signIn tries from one network address
 * @param signInFailures failed tries for one email from one network address
 * @param reset links asked for from one network address
 * @param application applications sent from one network address
 * @param api calls with one API key
 */
public record RateLimitSettings(Limit signIn, Limit signInFailures, Limit reset, Limit application, Limit api) {

    /**
     * So many in that time; one comes back each time a share of the time has passed.
     *
     * @param count how many
     * @param period in which time
     */
    public record Limit(int count, Duration period) {}
}
