package io.rocketbots.onboarding.lifecycle.progress;

import io.rocketbots.onboarding.admission.application.Application;
import io.rocketbots.onboarding.launch.branding.Brands;
import io.rocketbots.onboarding.launch.domain.CustomDomain;
import io.rocketbots.onboarding.launch.domain.CustomDomains;
import io.rocketbots.onboarding.lifecycle.progress.CaseFacts.DomainFact;
import io.rocketbots.onboarding.tenancy.account.Account;
import io.rocketbots.onboarding.tenancy.account.Accounts;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import io.rocketbots.onboarding.tenancy.reseller.Resellers;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Looks up how far a case is. */
@Component
public class CaseProgress {

    private final Resellers resellers;
    private final Accounts accounts;
    private final Brands brands;
    private final CustomDomains domains;
    private final Clock clock;

    CaseProgress(Resellers resellers, Accounts accounts, Brands brands, CustomDomains domains, Clock clock) {
        this.resellers = resellers;
        this.accounts = accounts;
        this.brands = brands;
        this.domains = domains;
        this.clock = clock;
    }

    public Progress of(Application application) {
        return Progress.of(factsOf(application));
    }

    /**
     * Whether the reseller has done what a wait of the process is for, whether the process knows of it or not.
     *
     * @param awaited {@code activation}, {@code branding} or {@code domain}, as the models say it
     */
    public boolean isDone(Application application, String awaited) {
        CaseFacts facts = factsOf(application);
        return switch (awaited) {
            case "activation" -> facts.accountActive();
            case "branding" -> facts.brandingCompleted();
            case "domain" -> facts.domain() != DomainFact.NOT_SET;
            default -> throw new IllegalArgumentException("No reseller is waited for to do “" + awaited + "”.");
        };
    }

    private CaseFacts factsOf(Application application) {
        Optional<Reseller> reseller = resellers.findByApplicationId(application.id());
        return new CaseFacts(
                application.state(),
                application.overdue(),
                reseller.isPresent(),
                reseller.flatMap(found -> accounts.findById(found.accountId()))
                        .filter(Account::isActive)
                        .isPresent(),
                reseller.filter(found -> brands.of(found.id()).isComplete()).isPresent(),
                reseller.flatMap(found -> domains.currentOf(found.id()))
                        .map(this::factOf)
                        .orElse(DomainFact.NOT_SET));
    }

    private DomainFact factOf(CustomDomain domain) {
        return switch (domain.state()) {
            case WAITING -> domain.needsHelp(clock.instant()) ? DomainFact.HELPED : DomainFact.WAITING_FOR_DNS;
            case VERIFIED -> DomainFact.WAITING_FOR_DNS;
            case LIVE -> DomainFact.LIVE;
            case BROKEN, SUSPENDED -> DomainFact.BROKEN;
            case REDIRECTING, RELEASED -> DomainFact.NOT_SET;
        };
    }
}
