package io.rocketbots.onboarding.engine;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds what a job follows from: the latest message about its case, if that went out a short while ago. The engine is not
 * asked to carry it: a variable would be overwritten by the next message, also for a branch that it does not concern.
 */
@Component
class JobCauses {

    /** The longest pause between two tries of a job; what runs later was set off by a timer. */
    private static final Duration WHILE = Duration.ofMinutes(5);

    private final JdbcClient jdbc;
    private final Clock clock;

    JobCauses(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The trace of the message; the job may be here before the relay has noted that the engine has it. */
    Optional<String> traceparent(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Optional.empty();
        }
        return jdbc.sql("""
                SELECT traceparent FROM outbox
                WHERE aggregate_id IN (:ids) AND traceparent IS NOT NULL
                  AND (sent_at > :since OR (sent_at IS NULL AND lease_until IS NOT NULL))
                ORDER BY seq DESC FETCH FIRST 1 ROW ONLY
                """)
                .param("ids", ids)
                .param("since", Timestamp.from(clock.instant().minus(WHILE)))
                .query(String.class)
                .optional();
    }
}
