package io.rocketbots.onboarding.web.reseller;

import io.rocketbots.onboarding.kernel.naming.Supplier;
import io.rocketbots.onboarding.tenancy.platform.Platform;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import io.rocketbots.onboarding.tenancy.reseller.Resellers;
import io.rocketbots.onboarding.web.security.CurrentAccount;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Puts the Reseller Module together, for the page itself and for every controller that answers a faulty form on it. */
@Component
public class ModulePage {

    private static final String VIEW = "reseller/module";

    private final Resellers resellers;
    private final GettingStarted gettingStarted;
    private final AppearanceForms appearanceForms;
    private final ObjectProvider<ModuleSection> sections;

    ModulePage(
            Resellers resellers,
            GettingStarted gettingStarted,
            AppearanceForms appearanceForms,
            ObjectProvider<ModuleSection> sections) {
        this.resellers = resellers;
        this.gettingStarted = gettingStarted;
        this.appearanceForms = appearanceForms;
        this.sections = sections;
    }

    /** Whose module the account sees. */
    public Optional<Reseller> resellerOf(CurrentAccount account) {
        return resellers
                .findPresentByAccountId(account.id())
                // On a reseller's domain only that reseller is at home.
                .filter(reseller ->
                        account.platform().reseller().map(reseller.id()::equals).orElse(true));
    }

    /** Fills the model with all sections; what is in it already stays. */
    public String show(Reseller reseller, Platform platform, Model model) {
        model.addAttribute("reseller", reseller);
        model.addAttribute("supplier", platform.isRocketbots() ? Supplier.NAME : "the platform provider");
        if (!model.containsAttribute("appearance")) {
            model.addAttribute("appearance", appearanceForms.saved(reseller, platform));
        }
        List<ModuleSection> others = sections.orderedStream().toList();
        others.forEach(section -> section.fill(reseller, platform, model));
        model.addAttribute("steps", gettingStarted.steps(reseller));
        return VIEW;
    }
}
