package io.rocketbots.onboarding.tenancy.platform;

import io.rocketbots.onboarding.kernel.id.PlatformId;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds the platform that a host belongs to, by exact name only, and the address of a platform. */
@Component
public class Platforms {

    private final RocketbotsAddress rocketbots;
    private final LiveDomains liveDomains;

    Platforms(RocketbotsAddress rocketbots, LiveDomains liveDomains) {
        this.rocketbots = rocketbots;
        this.liveDomains = liveDomains;
    }

    /** What answers at the host of a request, given without port; empty for one that is not ours, or not live. */
    public Optional<Platform> at(String host) {
        String name = normalised(host);
        if (rocketbots.hosts().contains(name)) {
            return Optional.of(new Platform(PlatformId.ROCKETBOTS, name));
        }
        return liveDomains.ownerOf(name).map(reseller -> new Platform(PlatformId.of(reseller), name));
    }

    /** The platform's address when it moved away from that host not long ago, and answers elsewhere. */
    public Optional<URI> movedFrom(String host) {
        return liveDomains
                .redirectOf(normalised(host))
                .flatMap(liveDomains::domainOf)
                .map(this::addressOn);
    }

    /**
     * What links to a platform begin with, never taken from a request. A reseller without a live domain is reached on
     * Rocketbots.
     */
    public URI address(PlatformId platform) {
        return platform.reseller()
                .flatMap(liveDomains::domainOf)
                .map(this::addressOn)
                .orElse(rocketbots.baseUrl());
    }

    private URI addressOn(String domain) {
        URI base = rocketbots.baseUrl();
        String port = base.getPort() < 0 ? "" : ":" + base.getPort();
        return URI.create(base.getScheme() + "://" + domain + port);
    }

    private static String normalised(String host) {
        String lower = host.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }
}
