package io.rocketbots.onboarding.lifecycle.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectMapper;

/** A zip that is written as it comes: rows of tables as JSON arrays, a file each, one page of rows in memory at a time. */
final class ExportZip {

    private final ZipOutputStream zip;
    private final ObjectMapper json;

    ExportZip(OutputStream out, ObjectMapper json) {
        this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        this.json = json;
    }

    /** A file of rows. */
    void rows(String file, List<Map<String, Object>> rows) throws IOException {
        pages(file, last -> last == null ? rows : List.of());
    }

    /** A file of very many rows: each page is asked for with the last row of the one before, null at first. */
    void pages(String file, Function<@Nullable Map<String, Object>, List<Map<String, Object>>> next)
            throws IOException {
        zip.putNextEntry(new ZipEntry(file));
        write("[");
        String separator = "\n";
        for (List<Map<String, Object>> page = next.apply(null); !page.isEmpty(); page = next.apply(page.getLast())) {
            for (Map<String, Object> row : page) {
                write(separator);
                zip.write(json.writeValueAsBytes(readable(row)));
                separator = ",\n";
            }
        }
        write("\n]\n");
        zip.closeEntry();
    }

    /** A file as it is. */
    void file(String file, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(file));
        zip.write(content);
        zip.closeEntry();
    }

    void finish() throws IOException {
        zip.finish();
        zip.flush();
    }

    private void write(String text) throws IOException {
        zip.write(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Names and moments alike from every database; columns that only sort are left out. */
    private static Map<String, @Nullable Object> readable(Map<String, Object> row) {
        Map<String, @Nullable Object> readable = new LinkedHashMap<>();
        row.forEach((column, value) -> {
            if (!(value instanceof byte[])) {
                readable.put(column.toLowerCase(Locale.ROOT), moment(value));
            }
        });
        return readable;
    }

    private static @Nullable Object moment(@Nullable Object value) {
        return switch (value) {
            case Timestamp at -> at.toInstant().toString();
            case OffsetDateTime at -> Instant.from(at).toString();
            case null, default -> value;
        };
    }
}
