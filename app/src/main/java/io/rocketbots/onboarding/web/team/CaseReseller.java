package io.rocketbots.onboarding.web.team;

import io.rocketbots.onboarding.admission.application.Application;
import io.rocketbots.onboarding.customer.space.SpaceList;
import io.rocketbots.onboarding.kernel.id.PlatformId;
import io.rocketbots.onboarding.launch.branding.Brands;
import io.rocketbots.onboarding.tenancy.account.Accounts;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import io.rocketbots.onboarding.tenancy.reseller.Resellers;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Fills in the reseller that an application became: its owner, brand, domains and Spaces. */
@Component
class CaseReseller {

    private final Resellers resellers;
    private final Accounts accounts;
    private final Brands brands;
    private final CaseDomains domains;
    private final SpaceList spaces;

    CaseReseller(Resellers resellers, Accounts accounts, Brands brands, CaseDomains domains, SpaceList spaces) {
        this.resellers = resellers;
        this.accounts = accounts;
        this.brands = brands;
        this.domains = domains;
        this.spaces = spaces;
    }

    /** Adds nothing while there is no reseller yet. */
    void fill(Application application, Model model) {
        resellers.findByApplicationId(application.id()).ifPresent(reseller -> fill(reseller, model));
    }

    private void fill(Reseller reseller, Model model) {
        model.addAttribute("reseller", reseller);
        model.addAttribute("brand", brands.of(reseller.id()));
        model.addAttribute("domains", domains.of(reseller));
        model.addAttribute("spaces", spaces.all(PlatformId.of(reseller.id())));
        accounts.findById(reseller.accountId()).ifPresent(owner -> model.addAttribute("owner", owner));
    }
}
