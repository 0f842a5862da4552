package io.rocketbots.onboarding.web.platform;

import java.sql.Connection;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.h2.api.Trigger;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Notes in which tables a row was written, so that what did not change need not be read again. H2 makes one of each
 * watched table and calls it for every row, also when another table's rule deletes it.
 */
public final class Touched implements Trigger {

    private static final Set<String> TABLES = ConcurrentHashMap.newKeySet();

    private String table = "";

    static void watch(JdbcClient jdbc, Collection<String> tables) {
        tables.forEach(table -> jdbc.sql(
                        "CREATE TRIGGER touched_%s AFTER INSERT, UPDATE, DELETE ON %s FOR EACH ROW CALL '%s'"
                                .formatted(table, table, Touched.class.getName()))
                .update());
    }

    static void unwatch(JdbcClient jdbc, Collection<String> tables) {
        tables.forEach(table -> jdbc.sql("DROP TRIGGER touched_" + table).update());
    }

    /** The tables that were written to since the last call. */
    static Set<String> since() {
        Set<String> since = new HashSet<>(TABLES);
        TABLES.removeAll(since);
        return since;
    }

    @Override
    public void init(Connection connection, String schema, String trigger, String of, boolean before, int type) {
        table = of;
    }

    @Override
    public void fire(Connection connection, Object @Nullable [] old, Object @Nullable [] next) {
        TABLES.add(table);
    }
}
