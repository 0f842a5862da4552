package io.rocketbots.onboarding.customer.contact;

import io.rocketbots.onboarding.kernel.id.SpaceId;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The imports of a Space as people see them. It only reads. */
@Component
public class ContactImports {

    private static final int SHOWN = 20;
    private static final int READ_AT_ONCE = 1000;
    private static final String FORMULA_SIGNS = "=+-@\t\r";

    private final JdbcClient jdbc;

    ContactImports(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record FaultyLine(int line, String field, String reason, String content) {}

    public Optional<ContactImport> find(SpaceId space, ImportId id) {
        return jdbc.sql("SELECT * FROM contact_import WHERE id = :id AND space_id = :space")
                .param("id", id.value())
                .param("space", space.value())
                .query(ContactImports::read)
                .optional();
    }

    /** The latest ones, the newest first. */
    public List<ContactImport> latest(SpaceId space) {
        return jdbc.sql("SELECT * FROM contact_import WHERE space_id = :space ORDER BY seq DESC LIMIT " + SHOWN)
                .param("space", space.value())
                .query(ContactImports::read)
                .list();
    }

    /**
     * Writes the lines that became no contacts as a CSV file. What a spreadsheet would take for a formula gets an
     * apostrophe in front (<a href="https://owasp.org/www-community/attacks/CSV_Injection">CSV injection</a>).
     */
    public void writeErrors(ImportId id, Appendable out) throws IOException {
        try (CSVPrinter csv = new CSVPrinter(out, CSVFormat.RFC4180)) {
            csv.printRecord("line", "field", "reason", "value");
            List<FaultyLine> errors = errorsBehind(id, 0, "");
            while (!errors.isEmpty()) {
                for (FaultyLine error : errors) {
                    csv.printRecord(error.line(), error.field(), error.reason(), harmless(error.content()));
                }
                errors = errorsBehind(
                        id, errors.getLast().line(), errors.getLast().field());
            }
        }
    }

    private List<FaultyLine> errorsBehind(ImportId id, int line, String field) {
        return jdbc.sql("""
                SELECT line, field, reason, content FROM contact_import_error
                WHERE import_id = :id AND line >= :line AND (line > :line OR field > :field)
                ORDER BY line, field LIMIT %d
                """.formatted(READ_AT_ONCE))
                .param("id", id.value())
                .param("line", line)
                .param("field", field)
                .query((row, number) -> new FaultyLine(
                        row.getInt("line"), row.getString("field"), row.getString("reason"), row.getString("content")))
                .list();
    }

    private static String harmless(String content) {
        return !content.isEmpty() && FORMULA_SIGNS.indexOf(content.charAt(0)) >= 0 ? "'" + content : content;
    }

    private static ContactImport read(ResultSet row, int number) throws SQLException {
        @Nullable Timestamp finishedAt = row.getTimestamp("finished_at");
        return new ContactImport(
                new ImportId(row.getObject("id", UUID.class)),
                row.getString("file_name"),
                row.getString("started_by"),
                row.getTimestamp("started_at").toInstant(),
                row.getString("ignored"),
                row.getInt("total"),
                row.getInt("done"),
                row.getInt("added"),
                row.getInt("skipped"),
                row.getInt("faulty"),
                row.getInt("refused"),
                finishedAt == null ? null : finishedAt.toInstant());
    }
}
