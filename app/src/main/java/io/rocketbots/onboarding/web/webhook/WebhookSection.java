package io.rocketbots.onboarding.web.webhook;

import io.rocketbots.onboarding.integration.webhook.WebhookEndpoints;
import io.rocketbots.onboarding.integration.webhook.WebhookEvent;
import io.rocketbots.onboarding.tenancy.platform.Platform;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import io.rocketbots.onboarding.web.reseller.ModuleSection;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The section Webhooks of the Reseller Module. */
@Component
@Order(70)
class WebhookSection implements ModuleSection {

    private final WebhookEndpoints endpoints;

    WebhookSection(WebhookEndpoints endpoints) {
        this.endpoints = endpoints;
    }

    @Override
    public void fill(Reseller reseller, Platform platform, Model model) {
        model.addAttribute("webhookEndpoints", endpoints.of(reseller.id()));
        model.addAttribute("webhookLog", endpoints.log(reseller.id()));
        model.addAttribute("webhookEvents", WebhookEvent.event());
        if (!model.containsAttribute("endpointForm")) {
            model.addAttribute("endpointForm", EndpointForm.EMPTY);
        }
    }
}
