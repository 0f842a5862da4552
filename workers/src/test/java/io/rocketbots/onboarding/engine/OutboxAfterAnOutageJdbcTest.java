package io.rocketbots.onboarding.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.rocketbots.onboarding.engine.OutboxQueue.Message;
import io.rocketbots.onboarding.kernel.persistence.SettableClock;
import io.rocketbots.onboarding.kernel.persistence.TestDatabase;
import io.rocketbots.onboarding.kernel.persistence.TouchedBlocks;
import io.rocketbots.onboarding.operations.metrics.MetricReadings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Ten thousand messages wait on PostgreSQL, which knows nothing of them yet. */
class OutboxAfterAnOutageJdbcTest {

    private static final int WAITING = 10_000;
    /** As the relay does. */
    private static final int BATCH = 10;

    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-02T08:00:00Z"));
    private final AnnotationConfigApplicationContext context =
            TestDatabase.POSTGRESQL.with(clock, OutboxQueue.class, MetricReadings.class);

    @BeforeEach
    void open() {
        context.refresh();
        touched().keepStatistics();
    }

    @AfterEach
    void close() {
        context.close();
    }

    enum Statistics {
        /** A new installation. */
        NONE,
        /** From a time when everything was sent. */
        FROM_BEFORE,
        /** Every plan was made while hardly anything was in the table. */
        FROM_THE_BEGINNING,
        /** From the middle of the outage. */
        FRESH
    }

    @ParameterizedTest
    @EnumSource
    void claimsAFewWithoutReadingTheRest(Statistics statistics) {
        putWaiting(statistics, 4, false);

        long blocks = touched().of(() -> assertThat(queue().claim(BATCH)).hasSize(BATCH));

        assertThat(blocks).isLessThan(1_000);
    }

    @ParameterizedTest
    @EnumSource
    void looksOnceAtEachMessageBehindAParkedOne(Statistics statistics) {
        putWaiting(statistics, 10, true);

        long blocks = touched().of(() -> assertThat(queue().claim(BATCH)).isEmpty());

        assertThat(blocks).isLessThan(10 * WAITING);
    }

    @ParameterizedTest
    @EnumSource
    void countsThemByReadingEachOnce(Statistics statistics) {
        putWaiting(statistics, 4, false);

        long blocks = touched().of(() -> context.getBean(MetricReadings.class).read());

        assertThat(context.getBean(MetricReadings.class).outbox().orElseThrow().waiting())
                .isEqualTo(WAITING);
        // Two figures look, and each row is at most one block of the table.
        assertThat(blocks).isLessThan(3 * WAITING);
    }

    @Test
    void twoNodesSendEachMessageOnceAndInOrder() throws Exception {
        putWaiting(Statistics.FROM_BEFORE, 4, false);
        Map<UUID, List<Long>> sent = new HashMap<>();
        Instant begin = Instant.now();

        try (ExecutorService nodes = Executors.newFixedThreadPool(2)) {
            Callable<Void> node = () -> {
                for (List<Message> claimed = queue().claim(BATCH); !claimed.isEmpty(); claimed = queue().claim(BATCH)) {
                    synchronized (sent) {
                        claimed.forEach(message -> sent.computeIfAbsent(message.aggregateId(), id -> new ArrayList<>())
                                .add(Long.valueOf(message.correlationKey())));
                    }
                    claimed.forEach(queue()::sent);
                }
                return null;
            };
            for (Future<Void> ended : nodes.invokeAll(List.of(node, node))) {
                ended.get();
            }
        }

        assertThat(sent)
                .hasSize(WAITING / 4)
                .allSatisfy((about, places) -> assertThat(places).containsExactly(1L, 2L, 3L, 4L));
        assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(100));
    }

    /** Behind ten thousand that were sent; each aggregate has some, one after the other. */
    private void putWaiting(Statistics statistics, int each, boolean firstIsParked) {
        if (statistics == Statistics.FROM_THE_BEGINNING) {
            touched().keepPlans();
            put(30, 1, "sent_at");
            jdbc().sql("ANALYZE outbox").update();
            Collections.nCopies(10, BATCH)
                    .forEach(most -> assertThat(queue().claim(most)).isEmpty());
            context.getBean(MetricReadings.class).read();
        }
        put(WAITING, 1, "sent_at");
        if (statistics == Statistics.FROM_BEFORE) {
            jdbc().sql("ANALYZE outbox").update();
        }
        put(WAITING / each, each, firstIsParked ? "parked_at" : "lease_until");
        if (statistics == Statistics.FRESH) {
            jdbc().sql("ANALYZE outbox").update();
        }
    }

    /** The first of each aggregate has that time set. */
    private void put(int aggregates, int each, String timeOfFirst) {
        jdbc().sql("""
                INSERT INTO outbox (id, aggregate_id, message_type, correlation_key, payload, created_at, next_attempt_at, %s)
                SELECT gen_random_uuid(), about, 'account-activated', CAST(place AS text), '{}', due, due,
                    CASE WHEN place = 1 THEN due - INTERVAL '1 day' END
                FROM (SELECT gen_random_uuid() AS about, n,
                        CAST(:now AS timestamptz) - (:aggregates - n) * INTERVAL '1 millisecond' AS due
                    FROM generate_series(1, :aggregates) n) aggregate
                CROSS JOIN generate_series(1, :each) place ORDER BY n, place
                """.formatted(timeOfFirst))
                .param("aggregates", aggregates)
                .param("each", each)
                .param("now", clock.instant().toString())
                .update();
    }

    private TouchedBlocks touched() {
        return new TouchedBlocks(jdbc(), "outbox");
    }

    private OutboxQueue queue() {
        return context.getBean(OutboxQueue.class);
    }

    private JdbcClient jdbc() {
        return context.getBean(JdbcClient.class);
    }
}
