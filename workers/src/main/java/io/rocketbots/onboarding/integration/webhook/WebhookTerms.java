package io.rocketbots.onboarding.integration.webhook;

import io.rocketbots.onboarding.kernel.outbound.PublicAddresses;
import java.net.InetAddress;
import java.time.Duration;

/**
 * How webhooks are sent, from configuration.
 *
 * @param poll how often the dispatcher looks by itself, in case that it was not woken
 * @param timeout how long one try may take from first to last byte
 * @param firstRetry the pause after the first failed try; each further one is three times as long
 * @param longestRetry where that ends
 * @param giveUpAfter for how long a delivery is tried; an endpoint that failed for as long is switched off
 * @param secretOverlap for how long the former secret signs too after a change
 * @param privateAddresses whether endpoints inside a network, without TLS, are called: never in public, since anybody
 *     may name an address inside ours
 */
public record WebhookTerms(
        Duration poll,
        Duration timeout,
        Duration firstRetry,
        Duration longestRetry,
        Duration giveUpAfter,
        Duration secretOverlap,
        boolean privateAddresses) {

    /** Whether an endpoint there is called. */
    boolean mayCall(InetAddress address) {
        return privateAddresses || PublicAddresses.contain(address);
    }

    /** Longer than a try takes: a node that died while sending loses its deliveries to the others after that. */
    Duration lease() {
        return timeout.multipliedBy(3);
    }
}
