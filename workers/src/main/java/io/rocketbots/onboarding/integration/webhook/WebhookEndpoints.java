package io.rocketbots.onboarding.integration.webhook;

import com.google.common.base.Splitter;
import io.rocketbots.onboarding.kernel.id.ResellerId;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All endpoints, and the log of what was sent to them. */
@Component
public class WebhookEndpoints {

    private static final int LOGGED = 25;

    private final JdbcClient jdbc;

    WebhookEndpoints(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The reseller's endpoints, the oldest first. */
    public List<WebhookEndpoint> of(ResellerId reseller) {
        return jdbc.sql("SELECT * FROM webhook_endpoint WHERE reseller_id = :reseller ORDER BY created_at, id")
                .param("reseller", reseller.value())
                .query(WebhookEndpoints::endpoint)
                .list();
    }

    /** The reseller's endpoint with that id; empty when it has none. */
    public Optional<WebhookEndpoint> find(ResellerId reseller, UUID id) {
        return find(id).filter(endpoint -> endpoint.reseller().equals(reseller));
    }

    Optional<WebhookEndpoint> find(UUID id) {
        return jdbc.sql("SELECT * FROM webhook_endpoint WHERE id = :id")
                .param("id", id)
                .query(WebhookEndpoints::endpoint)
                .optional();
    }

    /** What was sent, or is to be sent, to the reseller's endpoints: the latest first. */
    public List<WebhookDelivery> log(ResellerId reseller) {
        return jdbc.sql("""
                SELECT d.*, e.url FROM webhook_delivery d JOIN webhook_endpoint e ON e.id = d.endpoint_id
                WHERE e.reseller_id = :reseller ORDER BY d.created_at DESC, d.id FETCH FIRST :most ROWS ONLY
                """)
                .param("reseller", reseller.value())
                .param("most", LOGGED)
                .query(WebhookEndpoints::delivery)
                .list();
    }

    void insert(WebhookEndpoint endpoint) {
        jdbc.sql("""
                INSERT INTO webhook_endpoint (id, reseller_id, url, events, secret_number, created_at)
                VALUES (:id, :reseller, :url, :events, :secret, :now)
                """)
                .param("id", endpoint.id())
                .param("reseller", endpoint.reseller().value())
                .param("url", endpoint.url().toString())
                .param("events", stored(endpoint.events()))
                .param("secret", endpoint.secretNumber())
                .param("now", Timestamp.from(endpoint.createdAt()))
                .update();
    }

    void changeSecret(WebhookEndpoint endpoint, Instant now) {
        jdbc.sql("""
                UPDATE webhook_endpoint SET secret_number = :number, secret_changed_at = :now
                WHERE id = :id AND secret_number = :number - 1
                """)
                .param("number", endpoint.secretNumber() + 1)
                .param("now", Timestamp.from(now))
                .param("id", endpoint.id())
                .update();
    }

    void enable(UUID id) {
        jdbc.sql("UPDATE webhook_endpoint SET disabled_at = NULL, failing_since = NULL WHERE id = :id")
                .param("id", id)
                .update();
    }

    /** Removes it with its log. */
    void remove(UUID id) {
        jdbc.sql("DELETE FROM webhook_delivery WHERE endpoint_id = :id")
                .param("id", id)
                .update();
        jdbc.sql("DELETE FROM webhook_endpoint WHERE id = :id").param("id", id).update();
    }

    private static String stored(Collection<WebhookEvent> events) {
        return events.stream().sorted().map(WebhookEvent::id).collect(Collectors.joining(" "));
    }

    private static WebhookEndpoint endpoint(ResultSet row, int number) throws SQLException {
        return new WebhookEndpoint(
                row.getObject("id", UUID.class),
                new ResellerId(row.getObject("reseller_id", UUID.class)),
                URI.create(row.getString("url")),
                Splitter.on(' ')
                        .splitToStream(row.getString("events"))
                        .flatMap(id -> WebhookEvent.of(id).stream())
                        .collect(Collectors.toSet()),
                row.getInt("secret_number"),
                instant(row, "secret_changed_at"),
                row.getTimestamp("created_at").toInstant(),
                instant(row, "failing_since"),
                instant(row, "disabled_at"));
    }

    private static WebhookDelivery delivery(ResultSet row, int number) throws SQLException {
        return new WebhookDelivery(
                row.getObject("id", UUID.class),
                row.getObject("message_id", UUID.class),
                URI.create(row.getString("url")),
                row.getString("event"),
                WebhookDelivery.State.valueOf(row.getString("state")),
                row.getInt("attempts"),
                row.getObject("answer", Integer.class),
                row.getString("error"),
                row.getTimestamp("created_at").toInstant(),
                instant(row, "tried_at"),
                instant(row, "next_attempt_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
