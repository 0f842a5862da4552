package io.rocketbots.onboarding.engine;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The outbox as the relay sees it: short transactions that claim rows and say what became of them. */
@Component
class OutboxQueue {

    /** Longer than sending takes: a node that died while sending loses its rows to the others after that. */
    private static final Duration LEASE = Duration.ofSeconds(20);

    private final JdbcClient jdbc;

    OutboxQueue(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Message(
            UUID id,
            UUID aggregateId,
            String type,
            String correlationKey,
            String payload,
            int attempts,
            @Nullable String traceparent) {}

    /** Takes messages that are due and have no earlier unsent one of the same aggregate before them. */
    @Transactional
    public List<Message> claim(int most, Instant now) {
        List<Message> due = jdbc.sql("""
                SELECT id, aggregate_id, message_type, correlation_key, payload, attempts, traceparent FROM outbox o
                WHERE sent_at IS NULL AND parked_at IS NULL AND next_attempt_at <= :now
                  AND (lease_until IS NULL OR lease_until < :now)
                  AND NOT EXISTS (SELECT 1 FROM outbox earlier
                                  WHERE earlier.aggregate_id = o.aggregate_id AND earlier.seq < o.seq
                                    AND earlier.sent_at IS NULL)
                ORDER BY seq FETCH FIRST :most ROWS ONLY FOR UPDATE SKIP LOCKED
                """)
                .param("now", Timestamp.from(now))
                .param("most", most)
                .query((row, number) -> new Message(
                        row.getObject("id", UUID.class),
                        row.getObject("aggregate_id", UUID.class),
                        row.getString("message_type"),
                        row.getString("correlation_key"),
                        row.getString("payload"),
                        row.getInt("attempts"),
                        row.getString("traceparent")))
                .list();
        due.forEach(message -> jdbc.sql("UPDATE outbox SET lease_until = :until WHERE id = :id")
                .param("until", Timestamp.from(now.plus(LEASE)))
                .param("id", message.id())
                .update());
        return due;
    }

    @Transactional
    public void sent(Message message, Instant now) {
        jdbc.sql("UPDATE outbox SET sent_at = :now, lease_until = NULL, error = NULL WHERE id = :id")
                .param("now", Timestamp.from(now))
                .param("id", message.id())
                .update();
    }

    @Transactional
    public void later(Message message, Instant next, String why) {
        jdbc.sql("""
                UPDATE outbox SET attempts = attempts + 1, next_attempt_at = :next, lease_until = NULL, error = :why
                WHERE id = :id
                """)
                .param("next", Timestamp.from(next))
                .param("why", why)
                .param("id", message.id())
                .update();
    }

    @Transactional
    public void park(Message message, Instant now, String why) {
        jdbc.sql("UPDATE outbox SET parked_at = :now, lease_until = NULL, error = :why WHERE id = :id")
                .param("now", Timestamp.from(now))
                .param("why", why.substring(0, Math.min(why.length(), 1000)))
                .param("id", message.id())
                .update();
    }

    /** When the next message that is held back or waits for another try is due. */
    public Optional<Instant> nextDue() {
        return jdbc.sql("""
                SELECT next_attempt_at FROM outbox
                WHERE sent_at IS NULL AND parked_at IS NULL AND lease_until IS NULL
                ORDER BY next_attempt_at FETCH FIRST 1 ROWS ONLY
                """)
                .query((row, number) -> row.getTimestamp("next_attempt_at").toInstant())
                .optional();
    }
}
