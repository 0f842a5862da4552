package io.rocketbots.onboarding.kernel.persistence;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The rows of a release, as one insert a line that both databases understand once binary values are spelled their way. */
final class ReleaseData {

    /** Of the tools beside us, filled by a migration itself, or empty as soon as an import is done. */
    private static final Set<String> LEFT_OUT =
            Set.of("flyway_schema_history", "mail_gathering", "contact_import_part");

    private static final Pattern BINARY = Pattern.compile("X'([0-9a-f]*)'");

    private ReleaseData() {}

    static Path directory(String release) {
        return Path.of("src/test/resources/release", release);
    }

    /** Writes every row of that database, tables that others refer to first. */
    static void write(DataSource database, Path file) throws SQLException, IOException {
        List<String> lines = new ArrayList<>();
        try (Connection connection = database.getConnection()) {
            for (String table : tablesInOrder(connection)) {
                rows(connection, table, lines);
            }
        }
        Files.createDirectories(file.getParent());
        Files.writeString(file, String.join("\n", lines) + "\n");
    }

    static void load(DataSource database, Path file) throws SQLException, IOException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            boolean postgres = connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
            for (String line : Files.readAllLines(file)) {
                statement.execute(postgres ? BINARY.matcher(line).replaceAll("'\\\\x$1'") : line);
            }
            for (String table : counted(connection)) {
                statement.execute("ALTER TABLE " + table + " ALTER COLUMN seq RESTART WITH "
                        + next(statement, "SELECT max(seq) + 1 FROM " + table));
            }
        }
    }

    private static long next(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return Math.max(1, row.getLong(1));
        }
    }

    /** Tables that count their rows. */
    private static List<String> counted(Connection connection) throws SQLException {
        List<String> counted = new ArrayList<>();
        try (ResultSet columns = connection.getMetaData().getColumns(null, connection.getSchema(), null, null)) {
            while (columns.next()) {
                if (columns.getString("COLUMN_NAME").equalsIgnoreCase("seq")) {
                    counted.add(columns.getString("TABLE_NAME"));
                }
            }
        }
        return counted;
    }

    /** Every table of the schema, without those of the tools. */
    static Set<String> tables(Connection connection) throws SQLException {
        Set<String> tables = new LinkedHashSet<>();
        try (ResultSet found = connection
                .getMetaData()
                .getTables(null, connection.getSchema(), null, new String[] {"TABLE", "BASE TABLE"})) {
            while (found.next()) {
                tables.add(found.getString("TABLE_NAME").toLowerCase(Locale.ROOT));
            }
        }
        tables.removeAll(LEFT_OUT);
        return tables;
    }

    private static List<String> tablesInOrder(Connection connection) throws SQLException {
        Map<String, Set<String>> needs = new LinkedHashMap<>();
        DatabaseMetaData meta = connection.getMetaData();
        for (String table : tables(connection)) {
            Set<String> needed = new LinkedHashSet<>();
            try (ResultSet keys = meta.getImportedKeys(null, connection.getSchema(), stored(table, meta))) {
                while (keys.next()) {
                    needed.add(keys.getString("PKTABLE_NAME").toLowerCase(Locale.ROOT));
                }
            }
            needed.remove(table);
            needs.put(table, needed);
        }
        List<String> ordered = new ArrayList<>();
        while (!needs.isEmpty()) {
            String next = needs.entrySet().stream()
                    .filter(entry -> ordered.containsAll(entry.getValue()))
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("Tables refer to each other in a circle: " + needs));
            ordered.add(next);
            needs.remove(next);
        }
        return ordered;
    }

    private static String stored(String table, DatabaseMetaData meta) throws SQLException {
        return meta.storesUpperCaseIdentifiers() ? table.toUpperCase(Locale.ROOT) : table;
    }

    private static void rows(Connection connection, String table, List<String> lines) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT * FROM " + table)) {
            int columns = rows.getMetaData().getColumnCount();
            List<String> names = new ArrayList<>();
            for (int i = 1; i <= columns; i++) {
                names.add(rows.getMetaData().getColumnName(i).toLowerCase(Locale.ROOT));
            }
            String insert = "INSERT INTO " + table + " (" + String.join(", ", names) + ")"
                    + (isCounted(table) ? " OVERRIDING SYSTEM VALUE" : "") + " VALUES (";
            while (rows.next()) {
                List<String> values = new ArrayList<>();
                for (int i = 1; i <= columns; i++) {
                    values.add(literal(rows, i));
                }
                lines.add(insert + String.join(", ", values) + ");");
            }
        }
    }

    /** Its sequence is GENERATED ALWAYS. */
    private static boolean isCounted(String table) {
        return table.equals("contact_import");
    }

    private static String literal(ResultSet rows, int column) throws SQLException {
        if (rows.getMetaData().getColumnTypeName(column).equalsIgnoreCase("uuid")) {
            return text(rows.getString(column));
        }
        return switch (rows.getMetaData().getColumnType(column)) {
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> binary(rows.getBytes(column));
            case Types.TIMESTAMP_WITH_TIMEZONE, Types.TIMESTAMP -> time(rows.getTimestamp(column));
            case Types.INTEGER, Types.BIGINT, Types.BOOLEAN, Types.BIT -> String.valueOf(rows.getObject(column));
            default -> text(rows.getString(column));
        };
    }

    private static String binary(byte @Nullable [] bytes) {
        return bytes == null ? "null" : "X'" + HexFormat.of().formatHex(bytes) + "'";
    }

    private static String time(@Nullable Timestamp time) {
        return time == null ? "null" : "'" + time.toInstant() + "'";
    }

    /** On one line: a line break is written as its number. */
    private static String text(@Nullable String text) {
        if (text == null) {
            return "null";
        }
        String quoted = text.replace("'", "''");
        return quoted.contains("\n") || quoted.contains("\r")
                ? "U&'" + quoted.replace("\\", "\\\\").replace("\n", "\\000a").replace("\r", "\\000d") + "'"
                : "'" + quoted + "'";
    }

    static Map<String, Long> counts(Path file) throws IOException {
        return Files.readAllLines(file, StandardCharsets.UTF_8).stream()
                .collect(Collectors.groupingBy(line -> line.split(" ", 4)[2], Collectors.counting()));
    }
}
