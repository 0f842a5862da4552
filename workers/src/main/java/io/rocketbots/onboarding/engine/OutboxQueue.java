package io.rocketbots.onboarding.engine;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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
    private final Clock clock;

    OutboxQueue(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A message taken to be sent.
     *
     * @param leaseUntil proves that the lease is still ours
     */
    record Message(
            UUID id,
            UUID aggregateId,
            String type,
            String correlationKey,
            String payload,
            int attempts,
            @Nullable String traceparent,
            Instant leaseUntil) {}

    /**
     * Takes messages that are due and have no earlier unsent one of the same aggregate before them.
     *
     * <p>After an outage thousands wait, and the database's statistics are from before. So the query leaves the planner no
     * choice: the rows come in the order of one index until there are enough, and each looks for its head in the other.
     */
    @Transactional
    public List<Message> claim(int most) {
        // A plan that was made while the table was tiny is kept, so it must be no scan then either. H2 takes no notice.
        jdbc.sql("SELECT set_config('enable_seqscan', 'off', TRUE)")
                .query(String.class)
                .single();
        // A scalar subquery is never turned into a join, and the odd IS TRUE keeps it off the index of what is unsent.
        List<UUID> due = jdbc.sql("""
                SELECT id FROM outbox o
                WHERE sent_at IS NULL AND parked_at IS NULL AND next_attempt_at <= :now
                  AND (lease_until IS NULL OR lease_until < :now)
                  AND seq = (SELECT MIN(seq) FROM outbox earlier
                             WHERE earlier.aggregate_id = o.aggregate_id AND (earlier.sent_at IS NULL) IS TRUE)
                ORDER BY sent_at, parked_at, next_attempt_at, seq
                FETCH FIRST :most ROWS ONLY FOR UPDATE SKIP LOCKED
                """)
                .param("now", Timestamp.from(clock.instant()))
                .param("most", most)
                .query(UUID.class)
                .list();
        return due.isEmpty() ? List.of() : lease(due);
    }

    /** From now on, however long it took to find and lock them. */
    private List<Message> lease(List<UUID> ids) {
        // No finer than the column, since the lease is known again by it.
        Instant until = clock.instant().truncatedTo(ChronoUnit.MICROS).plus(LEASE);
        jdbc.sql("UPDATE outbox SET lease_until = :until WHERE id IN (:ids)")
                .param("until", Timestamp.from(until))
                .param("ids", ids)
                .update();
        return jdbc.sql("""
                SELECT id, aggregate_id, message_type, correlation_key, payload, attempts, traceparent FROM outbox
                WHERE id IN (:ids) ORDER BY next_attempt_at, seq
                """)
                .param("ids", ids)
                .query((row, number) -> new Message(
                        row.getObject("id", UUID.class),
                        row.getObject("aggregate_id", UUID.class),
                        row.getString("message_type"),
                        row.getString("correlation_key"),
                        row.getString("payload"),
                        row.getInt("attempts"),
                        row.getString("traceparent"),
                        until))
                .list();
    }

    /** Counts also when the lease is over: the engine has it. */
    @Transactional
    public void sent(Message message) {
        jdbc.sql("""
                UPDATE outbox SET sent_at = :now, parked_at = NULL, lease_until = NULL, error = NULL
                WHERE id = :id AND sent_at IS NULL
                """)
                .param("now", Timestamp.from(clock.instant()))
                .param("id", message.id())
                .update();
    }

    /** Changes nothing when the lease is over and another node has the message. */
    @Transactional
    public void later(Message message, Duration pause, String why) {
        jdbc.sql("""
                UPDATE outbox SET attempts = attempts + 1, next_attempt_at = :next, lease_until = NULL, error = :why
                WHERE id = :id AND sent_at IS NULL AND lease_until = :lease
                """)
                .param("next", Timestamp.from(clock.instant().plus(pause)))
                .param("why", why)
                .param("id", message.id())
                .param("lease", Timestamp.from(message.leaseUntil()))
                .update();
    }

    /** Changes nothing when the lease is over and another node has the message. */
    @Transactional
    public void park(Message message, String why) {
        jdbc.sql("""
                UPDATE outbox SET parked_at = :now, lease_until = NULL, error = :why
                WHERE id = :id AND sent_at IS NULL AND lease_until = :lease
                """)
                .param("now", Timestamp.from(clock.instant()))
                .param("why", why.substring(0, Math.min(why.length(), 1000)))
                .param("id", message.id())
                .param("lease", Timestamp.from(message.leaseUntil()))
                .update();
    }

    /**
     * How long until the next message that is held or waits for another try is due. What is due already and was not
     * claimed stands behind another one, or is with another node.
     */
    public Optional<Duration> untilNext() {
        Instant now = clock.instant();
        return jdbc.sql("""
                SELECT next_attempt_at FROM outbox
                WHERE sent_at IS NULL AND parked_at IS NULL AND next_attempt_at > :now
                ORDER BY sent_at, parked_at, next_attempt_at FETCH FIRST 1 ROWS ONLY
                """)
                .param("now", Timestamp.from(now))
                .query((row, number) -> Duration.between(
                        now, row.getTimestamp("next_attempt_at").toInstant()))
                .optional();
    }
}
