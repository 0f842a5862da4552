package io.rocketbots.onboarding.kernel.persistence;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Counts what PostgreSQL reads of one table: its blocks and those of its indexes (8 KB), each as often as it is looked
 * at. Unlike the time it takes, it is the same on every machine. Only the connection that is used counts, so the test
 * works one statement at a time.
 */
public final class TouchedBlocks {

    private final JdbcClient jdbc;
    private final String table;

    public TouchedBlocks(JdbcClient jdbc, String table) {
        this.jdbc = jdbc;
        this.table = table;
    }

    /** Takes the table's statistics from the server's hands: from now on they stay as they are. */
    public void keepStatistics() {
        jdbc.sql("ALTER TABLE %s SET (autovacuum_enabled = FALSE)".formatted(table))
                .update();
    }

    /** The connection keeps each plan that it has made, as one does that is used for long. */
    public void keepPlans() {
        jdbc.sql("SELECT set_config('plan_cache_mode', 'force_generic_plan', FALSE)")
                .query(String.class)
                .single();
    }

    /** How many blocks that reads. */
    public long of(Runnable work) {
        long before = soFar();
        work.run();
        return soFar() - before;
    }

    private long soFar() {
        jdbc.sql("SELECT pg_stat_force_next_flush()").query((row, number) -> "").list();
        return jdbc.sql("""
                SELECT heap_blks_read + heap_blks_hit + idx_blks_read + idx_blks_hit
                FROM pg_statio_user_tables WHERE relname = :table
                """).param("table", table).query(Long.class).single();
    }
}
