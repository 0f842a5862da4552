package io.rocketbots.onboarding.integration.webhook;

import io.rocketbots.onboarding.kernel.mail.MailContent;
import io.rocketbots.onboarding.kernel.mail.MailTemplate;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the mail about an endpoint says. */
@Configuration
class WebhookMails {

    private final WebhookEndpoints endpoints;

    WebhookMails(WebhookEndpoints endpoints) {
        this.endpoints = endpoints;
    }

    /** Of no use once it is on again or removed. */
    @Bean
    MailContent webhookSwitchedOff() {
        return MailContent.of(
                MailTemplate.WEBHOOK_SWITCHED_OFF,
                mail -> endpoints
                        .find(UUID.fromString(mail.id("endpointId")))
                        .filter(endpoint -> !endpoint.isOn())
                        .map(endpoint ->
                                Map.<String, Object>of("url", endpoint.url().toString())));
    }
}
