package io.rocketbots.onboarding.kernel.outbox;

import io.rocketbots.onboarding.kernel.trace.Traces;
import io.rocketbots.onboarding.process.MessageType;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.ObjectMapper;

/**
 * Puts messages for the engine into the outbox, in the transaction that changed the rows. Messages about one aggregate
 * reach the engine in the order they were put.
 */
@Component
public class Outbox {

    private static final Logger log = LoggerFactory.getLogger(Outbox.class);

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final Traces traces;

    Outbox(JdbcClient jdbc, ObjectMapper json, Clock clock, ApplicationEventPublisher events, Traces traces) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
        this.events = events;
        this.traces = traces;
    }

    /** The relay listens to this after commit, so that a message goes out at once. */
    public record MessagePut() {}

    /** The type of a row that is no message: it lets a step that has used up its tries be tried again. */
    public static final String RETRY_STEP = "retry-step";

    /** The step that is to be tried again, by the keys that the engine gave with its job. */
    public record StepToRetry(long processInstanceKey, String elementId, long elementInstanceKey) {}

    /**
     * Puts a message that is sent right after commit.
     *
     * @param aggregateId keeps the order among messages with the same one: the application's id for everything in a
     *     case, so that a decision never overtakes the start
     * @param correlationKey what the model's subscription waits with
     * @return the id of the row, which is also the id of the message
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public <T> UUID put(MessageType<T> type, UUID aggregateId, String correlationKey, T payload) {
        return put(type, aggregateId, correlationKey, payload, Duration.ZERO);
    }

    /** Puts a message that is held back for that long, and with it the later ones about the same aggregate. */
    @Transactional(propagation = Propagation.MANDATORY)
    public <T> UUID put(MessageType<T> type, UUID aggregateId, String correlationKey, T payload, Duration hold) {
        return insert(type.name(), aggregateId, correlationKey, payload, hold);
    }

    /** Has the engine give out a step again. It waits for no message of its case. */
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID retryStep(UUID incident, StepToRetry step) {
        return insert(RETRY_STEP, incident, step.elementId(), step, Duration.ZERO);
    }

    private UUID insert(String type, UUID aggregateId, String correlationKey, Object payload, Duration hold) {
        UUID id = UUID.randomUUID();
        Instant now = clock.instant();
        jdbc.sql("""
                INSERT INTO outbox (id, aggregate_id, message_type, correlation_key, payload, created_at,
                    next_attempt_at, traceparent)
                VALUES (:id, :aggregateId, :type, :key, :payload, :now, :next, :traceparent)
                """)
                .param("id", id)
                .param("aggregateId", aggregateId)
                .param("type", type)
                .param("key", correlationKey)
                .param("payload", Objects.requireNonNull(json.writeValueAsString(payload)))
                .param("now", Timestamp.from(now))
                .param("next", Timestamp.from(now.plus(hold)))
                .param("traceparent", traces.handOver("onboarding.outbox.put"))
                .update();
        events.publishEvent(new MessagePut());
        log.info("Message {} about {} is put into the outbox.", type, aggregateId);
        return id;
    }

    /** Whether such a message has not gone out yet, so that another one would say nothing new. */
    public boolean holds(MessageType<?> type, String correlationKey) {
        return !jdbc.sql("""
                SELECT 1 FROM outbox
                WHERE message_type = :type AND correlation_key = :key AND sent_at IS NULL AND parked_at IS NULL
                """)
                .param("type", type.name())
                .param("key", correlationKey)
                .query(Integer.class)
                .list()
                .isEmpty();
    }

    /** Takes back a message that is still held; false when it has gone out, is just going or may have gone in a failed try. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean takeBack(UUID id) {
        return jdbc.sql("""
                DELETE FROM outbox
                WHERE id = :id AND sent_at IS NULL AND lease_until IS NULL AND attempts = 0 AND next_attempt_at > :now
                """)
                        .param("id", id)
                        .param("now", Timestamp.from(clock.instant()))
                        .update()
                == 1;
    }
}
