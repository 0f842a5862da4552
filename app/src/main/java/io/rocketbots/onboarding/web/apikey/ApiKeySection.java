package io.rocketbots.onboarding.web.apikey;

import io.rocketbots.onboarding.integration.apikey.ApiKeys;
import io.rocketbots.onboarding.integration.apikey.ApiScope;
import io.rocketbots.onboarding.tenancy.platform.Platform;
import io.rocketbots.onboarding.tenancy.platform.Platforms;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import io.rocketbots.onboarding.web.reseller.ModuleSection;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The section API Keys of the Reseller Module. */
@Component
@Order(60)
class ApiKeySection implements ModuleSection {

    private final ApiKeys keys;
    private final Platforms platforms;

    ApiKeySection(ApiKeys keys, Platforms platforms) {
        this.keys = keys;
        this.platforms = platforms;
    }

    @Override
    public void fill(Reseller reseller, Platform platform, Model model) {
        model.addAttribute("apiKeys", keys.of(reseller.id()));
        model.addAttribute("apiScopes", List.of(ApiScope.values()));
        model.addAttribute("apiAddress", platforms.address(platform.id()) + "/api/v1");
        if (!model.containsAttribute("apiKeyForm")) {
            model.addAttribute("apiKeyForm", ApiKeyForm.EMPTY);
        }
    }
}
