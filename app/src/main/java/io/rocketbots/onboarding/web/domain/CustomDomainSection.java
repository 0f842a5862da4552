package io.rocketbots.onboarding.web.domain;

import io.rocketbots.onboarding.tenancy.platform.Platform;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import io.rocketbots.onboarding.web.reseller.ModuleSection;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The section Custom Domain Name of the Reseller Module. */
@Component
@Order(20)
class CustomDomainSection implements ModuleSection {

    static final String NAME = "customDomain";
    static final String HINTS = "customDomainHints";

    private final CustomDomainViews views;

    CustomDomainSection(CustomDomainViews views) {
        this.views = views;
    }

    @Override
    public void fill(Reseller reseller, Platform platform, Model model) {
        if (!model.containsAttribute(NAME)) {
            List<String> hints = model.getAttribute(HINTS) instanceof List<?> list
                    ? list.stream().map(String::valueOf).toList()
                    : List.of();
            model.addAttribute(NAME, views.taken(reseller.id(), hints, platform));
        }
    }
}
