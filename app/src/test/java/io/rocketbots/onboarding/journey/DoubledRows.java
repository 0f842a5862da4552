package io.rocketbots.onboarding.journey;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Finds what a database holds twice: rows of one table that differ in nothing but their ids, instants and secrets. So a
 * second mail, task, entry of the timeline or message to the engine about the same thing is found, in whatever table.
 */
final class DoubledRows {

    /** Where the same happens again and again: people sign in and press, domains are looked at until they answer. */
    private static final Set<String> REPEATING = Set.of(
            "access_entry",
            "domain_check",
            "flyway_schema_history",
            "local_dns_record",
            "press",
            "spring_session",
            "spring_session_attributes");

    /** Each row has others of these, whatever it says. */
    private static final Set<String> OWN =
            Set.of("id", "seq", "version", "purpose", "batch_id", "token_hash", "message_id", "traceparent");

    private DoubledRows() {}

    private record Column(String table, String name) {}

    /** One sentence for each table that holds something twice. */
    static List<String> in(JdbcClient jdbc) {
        return jdbc.sql("""
                        SELECT c.table_name, c.column_name FROM information_schema.columns c
                        JOIN information_schema.tables t
                            ON t.table_schema = c.table_schema AND t.table_name = c.table_name
                        WHERE LOWER(c.table_schema) = 'public' AND t.table_type LIKE '%TABLE%'
                        AND LOWER(c.data_type) NOT LIKE 'timestamp%' AND LOWER(c.data_type) NOT LIKE '%binary%'
                        AND LOWER(c.data_type) NOT LIKE 'bytea%'
                        ORDER BY c.table_name, c.ordinal_position
                        """).query((row, number) -> new Column(row.getString(1), row.getString(2))).list().stream()
                .filter(column -> !REPEATING.contains(column.table().toLowerCase(Locale.ROOT)))
                .filter(column -> !OWN.contains(column.name().toLowerCase(Locale.ROOT)))
                .collect(Collectors.groupingBy(
                        Column::table,
                        Collectors.mapping(column -> '"' + column.name() + '"', Collectors.joining(", "))))
                .entrySet()
                .stream()
                .flatMap(table -> twice(jdbc, table.getKey(), table.getValue()))
                .toList();
    }

    private static Stream<String> twice(JdbcClient jdbc, String table, String columns) {
        return jdbc
                .sql("SELECT COUNT(*) AS times, %s FROM \"%s\" GROUP BY %s HAVING COUNT(*) > 1"
                        .formatted(columns, table, columns))
                .query()
                .listOfRows()
                .stream()
                .map(row -> table + ": " + row);
    }
}
