package io.rocketbots.onboarding.web.reseller;

import io.rocketbots.onboarding.tenancy.platform.Platform;
import io.rocketbots.onboarding.web.security.CurrentAccount;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The Reseller Module. */
@Controller
class ResellerModuleController {

    private final ModulePage page;

    ResellerModuleController(ModulePage page) {
        this.page = page;
    }

    @GetMapping("/reseller")
    ModelAndView module(@AuthenticationPrincipal CurrentAccount account, Platform platform, Model model) {
        return page.resellerOf(account)
                .map(reseller -> new ModelAndView(page.show(reseller, platform, model)))
                .orElseGet(() -> new ModelAndView("reseller/none", HttpStatus.NOT_FOUND));
    }
}
