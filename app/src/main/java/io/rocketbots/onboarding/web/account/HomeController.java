package io.rocketbots.onboarding.web.account;

import io.rocketbots.onboarding.tenancy.platform.Platform;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The bare address of a platform leads to where strangers begin. */
@Controller
class HomeController {

    @GetMapping("/")
    String home(Platform platform) {
        return platform.isRocketbots() ? "redirect:/reseller-program" : "redirect:/sign-in";
    }
}
