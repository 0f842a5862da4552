package io.rocketbots.onboarding.launch.domain;

import io.rocketbots.onboarding.kernel.id.ResellerId;
import io.rocketbots.onboarding.tenancy.platform.LiveDomains;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The live domains as they stand in the database. */
@Component
class DomainTable implements LiveDomains {

    private final CustomDomains domains;

    DomainTable(CustomDomains domains) {
        this.domains = domains;
    }

    @Override
    public Optional<ResellerId> ownerOf(String domain) {
        return domains.servedAt(domain).map(CustomDomain::resellerId);
    }

    @Override
    public Optional<ResellerId> redirectOf(String domain) {
        return domains.redirectingAt(domain).map(CustomDomain::resellerId);
    }

    @Override
    public Optional<String> domainOf(ResellerId reseller) {
        return domains.findByResellerIdOrderByRequestedAtDesc(reseller).stream()
                .filter(domain -> domain.state() == DomainState.LIVE || domain.state() == DomainState.BROKEN)
                .map(CustomDomain::name)
                .findFirst();
    }
}
