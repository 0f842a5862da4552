package io.rocketbots.onboarding.kernel.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What operations sees of the outbox: how it is doing, and the messages that the engine refused. */
@Component
public class ParkedMessages {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    ParkedMessages(JdbcClient jdbc, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.events = events;
    }

    /**
     * A message that the engine refused. It holds back the later ones about the same aggregate.
     *
     * @param aggregateId of a case, a domain, a Space, an invitation or an offboarding
     */
    public record Parked(
            UUID id,
            UUID aggregateId,
            String type,
            String correlationKey,
            Instant parkedAt,
            @Nullable String error) {}

    /**
     * How the outbox is doing.
     *
     * @param waiting messages that have not gone out, but are due
     * @param oldest since when the oldest of them has been due
     * @param lastError why it was not sent at the last try
     */
    public record Health(int waiting, Optional<Instant> oldest, Optional<String> lastError) {}

    public Health health() {
        return jdbc.sql("""
                SELECT COUNT(*) AS waiting, MIN(created_at) AS oldest, MAX(error) AS error FROM outbox
                WHERE sent_at IS NULL AND parked_at IS NULL AND (next_attempt_at <= :now OR attempts > 0)
                """)
                .param("now", Timestamp.from(clock.instant()))
                .query((row, number) -> new Health(
                        row.getInt("waiting"),
                        Optional.ofNullable(row.getTimestamp("oldest")).map(Timestamp::toInstant),
                        Optional.ofNullable(row.getString("error"))))
                .single();
    }

    /** All parked messages, the oldest first. */
    public List<Parked> all() {
        return jdbc.sql("SELECT * FROM outbox WHERE parked_at IS NOT NULL AND sent_at IS NULL ORDER BY seq")
                .query(ParkedMessages::parked)
                .list();
    }

    /** Sends the message again and says which it is; empty when it is not parked any more. */
    @Transactional
    public Optional<Parked> retry(UUID id) {
        Optional<Parked> message = jdbc.sql(
                        "SELECT * FROM outbox WHERE id = :id AND parked_at IS NOT NULL AND sent_at IS NULL")
                .param("id", id)
                .query(ParkedMessages::parked)
                .optional();
        int again = jdbc.sql("""
                UPDATE outbox SET parked_at = NULL, error = NULL, next_attempt_at = :now
                WHERE id = :id AND parked_at IS NOT NULL AND sent_at IS NULL
                """)
                .param("now", Timestamp.from(clock.instant()))
                .param("id", id)
                .update();
        if (again == 0) {
            return Optional.empty();
        }
        events.publishEvent(new Outbox.MessagePut());
        return message;
    }

    private static Parked parked(ResultSet row, int number) throws SQLException {
        return new Parked(
                row.getObject("id", UUID.class),
                row.getObject("aggregate_id", UUID.class),
                row.getString("message_type"),
                row.getString("correlation_key"),
                row.getTimestamp("parked_at").toInstant(),
                row.getString("error"));
    }
}
