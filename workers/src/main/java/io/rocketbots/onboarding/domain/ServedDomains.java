package io.rocketbots.onboarding.domain;

import io.rocketbots.onboarding.platform.LiveDomains;
import io.rocketbots.onboarding.reseller.ResellerId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells from the state of the domains where Reseller Platforms answer. */
@Component
class ServedDomains implements LiveDomains {

    private final CustomDomains domains;

    ServedDomains(CustomDomains domains) {
        this.domains = domains;
    }

    @Override
    public Optional<ResellerId> ownerOf(String domain) {
        return domains.servedAt(domain).map(CustomDomain::resellerId);
    }

    @Override
    public Optional<String> domainOf(ResellerId reseller) {
        return domains.currentOf(reseller)
                .filter(domain -> domain.state().isServed())
                .map(CustomDomain::name);
    }
}
