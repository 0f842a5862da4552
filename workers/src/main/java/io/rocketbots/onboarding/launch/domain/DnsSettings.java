package io.rocketbots.onboarding.launch.domain;

import java.time.Duration;
import java.util.List;

/**
 * Whom we ask.
 *
 * @param resolver our own resolver, {@code host} or {@code host:port}; empty for the machine's
 * @param authoritativePort the port of the zones' name servers; 53 but for a developer's machine
 * @param timeout how long one question waits for its answer
 * @param privateServers whether servers with private addresses are asked: never in public, since anybody may name an
 *     address inside our network as that of a name server or of a domain
 * @param httpPort where we ask whether requests for a domain arrive here; 80 but for a developer's machine
 * @param ownAddresses the addresses that are to be set for a domain that can have no CNAME record; when there are none,
 *     those that the CNAME targets resolve to
 */
public record DnsSettings(
        String resolver,
        int authoritativePort,
        Duration timeout,
        boolean privateServers,
        int httpPort,
        List<String> ownAddresses) {}
