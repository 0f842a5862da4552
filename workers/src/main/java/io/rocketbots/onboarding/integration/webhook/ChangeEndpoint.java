package io.rocketbots.onboarding.integration.webhook;

import io.rocketbots.onboarding.kernel.timeline.Timeline;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a reseller does with an endpoint that is there; empty or false when it has no such one. */
@Component
public class ChangeEndpoint {

    private final WebhookEndpoints endpoints;
    private final Webhooks webhooks;
    private final WebhookSecrets secrets;
    private final Timeline timeline;
    private final Clock clock;

    ChangeEndpoint(
            WebhookEndpoints endpoints, Webhooks webhooks, WebhookSecrets secrets, Timeline timeline, Clock clock) {
        this.endpoints = endpoints;
        this.webhooks = webhooks;
        this.secrets = secrets;
        this.timeline = timeline;
        this.clock = clock;
    }

    /** A new secret, told this once; the former one signs too for a while, so that no message is refused meanwhile. */
    @Transactional
    public Optional<String> rotateSecret(Reseller reseller, UUID id, String actor) {
        return endpoints.find(reseller.id(), id).map(endpoint -> {
            endpoints.changeSecret(endpoint, clock.instant());
            tell(reseller, actor, "Changed the secret of the webhook endpoint at ", endpoint);
            return secrets.textOf(endpoint.id(), endpoint.secretNumber() + 1);
        });
    }

    /** Puts a test message on its way, also to an endpoint that is switched off. */
    @Transactional
    public boolean sendTest(Reseller reseller, UUID id) {
        Optional<WebhookEndpoint> endpoint = endpoints.find(reseller.id(), id);
        endpoint.ifPresent(found -> webhooks.put(
                found.id(),
                WebhookEvent.TEST,
                Map.of("resellerId", reseller.id().value().toString())));
        return endpoint.isPresent();
    }

    /** Sends the very same message, with the same id, once more. */
    @Transactional
    public boolean redeliver(Reseller reseller, UUID delivery) {
        return webhooks.again(
                endpoints.of(reseller.id()).stream().map(WebhookEndpoint::id).toList(), delivery);
    }

    /** Switches an endpoint on again that failed for too long. */
    @Transactional
    public boolean enable(Reseller reseller, UUID id, String actor) {
        Optional<WebhookEndpoint> off = endpoints.find(reseller.id(), id).filter(endpoint -> !endpoint.isOn());
        off.ifPresent(endpoint -> {
            endpoints.enable(endpoint.id());
            tell(reseller, actor, "Switched on the webhook endpoint at ", endpoint);
        });
        return off.isPresent();
    }

    /** Removes it with its log. */
    @Transactional
    public boolean remove(Reseller reseller, UUID id, String actor) {
        Optional<WebhookEndpoint> present = endpoints.find(reseller.id(), id);
        present.ifPresent(endpoint -> {
            endpoints.remove(endpoint.id());
            tell(reseller, actor, "Removed the webhook endpoint at ", endpoint);
        });
        return present.isPresent();
    }

    private void tell(Reseller reseller, String actor, String what, WebhookEndpoint endpoint) {
        timeline.tellTeam(reseller.applicationId(), actor, what + endpoint.url().getHost() + ".");
    }
}
