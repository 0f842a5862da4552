package io.rocketbots.onboarding.tenancy.platform;

import java.net.URI;
import java.util.Set;

/**
 * Where the Rocketbots Platform is reached.
 *
 * @param baseUrl what links in mails begin with; Reseller Platforms have the same scheme and port
 * @param hosts every host that is Rocketbots, in lower case
 */
public record RocketbotsAddress(URI baseUrl, Set<String> hosts) {}
