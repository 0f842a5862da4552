package io.rocketbots.onboarding.customer.contact;

import static org.assertj.core.api.Assertions.assertThat;

import io.rocketbots.onboarding.kernel.persistence.SettableClock;
import io.rocketbots.onboarding.kernel.persistence.TestDatabase;
import io.rocketbots.onboarding.kernel.persistence.TouchedBlocks;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.unit.DataSize;

/**
 * Thousands of imports of one Space wait on PostgreSQL, whose statistics are from when all were done, and a single one of
 * another Space behind them.
 */
class ImportsAfterAnOutageJdbcTest {

    private static final int WAITING = 10_000;

    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-02T08:00:00Z"));
    private final UUID busy = UUID.randomUUID();
    private final UUID other = UUID.randomUUID();
    private final AnnotationConfigApplicationContext context = TestDatabase.POSTGRESQL.with(clock, ImportQueue.class);

    @BeforeEach
    void putWaiting() {
        context.registerBean(
                ContactTerms.class,
                () -> new ContactTerms(DataSize.ofKilobytes(500), 5000, Duration.ofSeconds(30), Duration.ofSeconds(5)));
        context.refresh();
        touched().keepStatistics();
        put(busy, "DONE", WAITING);
        jdbc().sql("ANALYZE contact_import").update();
        put(busy, "RUNNING", WAITING);
        put(other, "RUNNING", 1);
    }

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    void passesThoseOfABusySpaceOnce() {
        ImportQueue queue = context.getBean(ImportQueue.class);
        queue.claim();

        long blocks = touched()
                .of(() ->
                        assertThat(queue.claim().orElseThrow().space().value()).isEqualTo(other));

        assertThat(blocks).isLessThan(5 * WAITING);
    }

    private void put(UUID space, String state, int count) {
        jdbc().sql("""
                INSERT INTO contact_import (id, space_id, file_name, started_by, started_at, charset, delimiter, ignored,
                    state, total)
                SELECT gen_random_uuid(), CAST(:space AS uuid), 'contacts.csv', 'Ada', CURRENT_TIMESTAMP, 'UTF-8', ',', '',
                    :state, 1
                FROM generate_series(1, :count)
                """)
                .param("space", space.toString())
                .param("state", state)
                .param("count", count)
                .update();
    }

    private TouchedBlocks touched() {
        return new TouchedBlocks(jdbc(), "contact_import");
    }

    private JdbcClient jdbc() {
        return context.getBean(JdbcClient.class);
    }
}
