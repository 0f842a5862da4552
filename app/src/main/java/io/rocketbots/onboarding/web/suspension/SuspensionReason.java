package io.rocketbots.onboarding.web.suspension;

import io.rocketbots.onboarding.lifecycle.suspension.Suspensions;
import io.rocketbots.onboarding.tenancy.platform.Platform;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import io.rocketbots.onboarding.web.reseller.ModuleSection;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Why the Reseller Module can only be read, at its top. */
@Component
@Order(1)
class SuspensionReason implements ModuleSection {

    private final Suspensions suspensions;

    SuspensionReason(Suspensions suspensions) {
        this.suspensions = suspensions;
    }

    @Override
    public void fill(Reseller reseller, Platform platform, Model model) {
        suspensions.last(reseller.id()).ifPresent(last -> model.addAttribute("suspension", last));
    }
}
