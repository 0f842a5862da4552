package io.rocketbots.onboarding.platform;

import io.rocketbots.onboarding.domain.CustomDomain;
import io.rocketbots.onboarding.domain.CustomDomains;
import io.rocketbots.onboarding.domain.DomainState;
import io.rocketbots.onboarding.reseller.ResellerId;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds the platform that a host belongs to, by exact name only, and the address of a platform. */
@Component
public class Platforms {

    private final RocketbotsAddress rocketbots;
    private final CustomDomains domains;

    Platforms(RocketbotsAddress rocketbots, CustomDomains domains) {
        this.rocketbots = rocketbots;
        this.domains = domains;
    }

    /** What answers at the host of a request, given without port; empty for one that is not ours, or not live. */
    public Optional<Platform> at(String host) {
        String name = normalised(host);
        if (rocketbots.hosts().contains(name)) {
            return Optional.of(new Platform(PlatformId.ROCKETBOTS, name));
        }
        return domains.servedAt(name).map(domain -> new Platform(PlatformId.of(domain.resellerId()), name));
    }

    /**
     * What links to a platform begin with, never taken from a request. A reseller without a live domain is reached on
     * Rocketbots.
     */
    public URI address(PlatformId platform) {
        URI base = rocketbots.baseUrl();
        String port = base.getPort() < 0 ? "" : ":" + base.getPort();
        return platform.reseller()
                .flatMap(this::servedDomainOf)
                .map(domain -> URI.create(base.getScheme() + "://" + domain + port))
                .orElse(base);
    }

    private Optional<String> servedDomainOf(ResellerId reseller) {
        return domains.findByResellerIdOrderByRequestedAtDesc(reseller).stream()
                .filter(domain -> domain.state() == DomainState.LIVE || domain.state() == DomainState.BROKEN)
                .map(CustomDomain::name)
                .findFirst();
    }

    private static String normalised(String host) {
        String lower = host.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }
}
