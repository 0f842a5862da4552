package io.rocketbots.onboarding.web.domain;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The guides, the same on every platform. */
@Controller
class GuideController {

    @GetMapping("/guides/custom-domain")
    String customDomain() {
        return "guides/custom-domain";
    }

    @GetMapping("/guides/reseller-module")
    String resellerModule() {
        return "guides/reseller-module";
    }
}
