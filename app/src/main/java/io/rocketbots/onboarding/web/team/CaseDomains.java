package io.rocketbots.onboarding.web.team;

import io.rocketbots.onboarding.launch.domain.Advice;
import io.rocketbots.onboarding.launch.domain.CustomDomain;
import io.rocketbots.onboarding.launch.domain.CustomDomains;
import io.rocketbots.onboarding.launch.domain.DomainCheck;
import io.rocketbots.onboarding.launch.domain.DomainChecks;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import java.util.List;
import org.springframework.stereotype.Component;

/** Lists the domains of a reseller with what the last checks saw. */
@Component
class CaseDomains {

    private static final int MOST_CHECKS = 20;

    private final CustomDomains domains;
    private final DomainChecks checks;

    CaseDomains(CustomDomains domains, DomainChecks checks) {
        this.domains = domains;
        this.checks = checks;
    }

    /** A domain of the reseller with its last checks in words. */
    public record DomainLook(CustomDomain domain, List<CheckLook> checks) {}

    /** One check and what it means. */
    public record CheckLook(DomainCheck check, Advice advice) {}

    /** The one requested last comes first. */
    List<DomainLook> of(Reseller reseller) {
        return domains.findByResellerIdOrderByRequestedAtDesc(reseller.id()).stream()
                .map(domain -> new DomainLook(
                        domain,
                        checks.latest(domain, MOST_CHECKS).stream()
                                .map(check -> new CheckLook(
                                        check, Advice.on(check.diagnosis(), check.name(), domain.targetName())))
                                .toList()))
                .toList();
    }
}
