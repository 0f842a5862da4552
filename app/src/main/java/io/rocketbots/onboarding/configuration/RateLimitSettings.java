package io.rocketbots.onboarding.configuration;

import java.time.Duration;

/**
 * How often things may be done that a stranger can do.
 *
 * @param signIn failed tries from one network (an IPv4 address, or an IPv6 prefix of 64 bits) on one platform
 * @param signInFailures failed tries for one account before each has to wait, twice as long each time, up to the period
 * @param reset links asked for from one network on one platform
 * @param application applications sent from one network
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
