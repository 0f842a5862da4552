package io.rocketbots.onboarding.web.reseller;

import io.rocketbots.onboarding.platform.Platform;
import io.rocketbots.onboarding.web.security.CurrentAccount;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The Reseller Module. */
@Controller
class ResellerModuleController {

    private final ModulePage page;

    ResellerModuleController(ModulePage page) {
        this.page = page;
    }

    @GetMapping("/reseller")
    String module(@AuthenticationPrincipal CurrentAccount account, Platform platform, Model model) {
        return page.show(page.resellerOf(account).orElseThrow(NoReseller::new), platform, model);
    }
}
