package io.rocketbots.onboarding.integration.webhook;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.ObjectMapper;

/**
 * Tells a reseller's endpoints what happened, in the transaction that makes it happen: a message to each that wants to
 * hear of it. Messages may arrive in any order, and more than once with the same id.
 */
@Component
public class Webhooks {

    private final WebhookEndpoints endpoints;
    private final WebhookTerms terms;
    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Webhooks(
            WebhookEndpoints endpoints,
            WebhookTerms terms,
            JdbcClient jdbc,
            ObjectMapper json,
            Clock clock,
            ApplicationEventPublisher events) {
        this.endpoints = endpoints;
        this.terms = terms;
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
        this.events = events;
    }

    /** The dispatcher listens to this after commit, so that a message goes out at once. */
    record WebhookQueued() {}

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void publish(DomainEvent event) {
        endpoints.of(event.reseller()).stream()
                .filter(WebhookEndpoint::isOn)
                .filter(endpoint -> endpoint.events().contains(event.event()))
                .forEach(endpoint -> put(endpoint.id(), event.event(), event.ids()));
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void put(UUID endpoint, WebhookEvent event, Map<String, String> ids) {
        Instant now = clock.instant();
        jdbc.sql("""
                INSERT INTO webhook_delivery (id, endpoint_id, message_id, event, body, state, attempts, created_at,
                    next_attempt_at, give_up_at)
                VALUES (:id, :endpoint, :message, :event, :body, 'PENDING', 0, :now, :now, :giveUp)
                """)
                .param("id", UUID.randomUUID())
                .param("endpoint", endpoint)
                .param("message", UUID.randomUUID())
                .param("event", event.id())
                .param("body", bodyOf(event, ids, now))
                .param("now", Timestamp.from(now))
                .param("giveUp", Timestamp.from(now.plus(terms.giveUpAfter())))
                .update();
        events.publishEvent(new WebhookQueued());
    }

    /** Sends the very same message once more; false when it is on its way already, or none of that endpoint's. */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean again(List<UUID> ofEndpoints, UUID delivery) {
        if (ofEndpoints.isEmpty()) {
            return false;
        }
        Instant now = clock.instant();
        boolean again = jdbc.sql("""
                UPDATE webhook_delivery SET state = 'PENDING', next_attempt_at = :now, give_up_at = :giveUp
                WHERE id = :id AND endpoint_id IN (:endpoints) AND state <> 'PENDING'
                """)
                        .param("now", Timestamp.from(now))
                        .param("giveUp", Timestamp.from(now.plus(terms.giveUpAfter())))
                        .param("id", delivery)
                        .param("endpoints", ofEndpoints)
                        .update()
                == 1;
        events.publishEvent(new WebhookQueued());
        return again;
    }

    private String bodyOf(WebhookEvent event, Map<String, String> ids, Instant now) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", event.id());
        body.put("timestamp", now.toString());
        body.put("data", new TreeMap<>(ids));
        return Objects.requireNonNull(json.writeValueAsString(body));
    }
}
