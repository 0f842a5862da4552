package io.rocketbots.onboarding.customer.contact;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/**
 * How a file of comma-separated values is written: <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180</a> in UTF-8,
 * or what spreadsheets make of it: UTF-16, Windows-1252, semicolons or tabs.
 */
record CsvText(Charset charset, char delimiter) {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final int BYTE_ORDER_MARK = 0xfeff;

    /** Opens the same file from its beginning, each time it is called. */
    interface Source {
        InputStream open() throws IOException;
    }

    static CsvText of(Source file) throws IOException {
        Charset charset = charsetOf(file);
        try (Reader content = new InputStreamReader(file.open(), charset)) {
            String header = firstLine(content);
            char delimiter = Stream.of(',', ';', '\t')
                    .max(Comparator.comparingLong(
                            sign -> header.chars().filter(c -> c == sign).count()))
                    .orElseThrow();
            return new CsvText(charset, header.indexOf(delimiter) < 0 ? ',' : delimiter);
        }
    }

    /** Its beginning, when it is longer than a line may be. */
    private static String firstLine(Reader content) throws IOException {
        StringBuilder line = new StringBuilder();
        Reader buffered = new BufferedReader(content);
        for (int c = buffered.read(); c >= 0 && c != '\r' && c != '\n'; c = buffered.read()) {
            if (line.length() == CsvBounds.LONGEST_LINE) {
                break;
            }
            line.append((char) c);
        }
        return line.toString();
    }

    /** The records, the header first. */
    CSVParser parse(InputStream content) throws IOException {
        PushbackReader reader = new PushbackReader(
                new BufferedReader(new CsvBounds(new InputStreamReader(content, charset), delimiter)));
        int first = reader.read();
        if (first >= 0 && first != BYTE_ORDER_MARK) {
            reader.unread(first);
        }
        return CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter)
                .setIgnoreSurroundingSpaces(true)
                .get()
                .parse(reader);
    }

    private static Charset charsetOf(Source file) throws IOException {
        try (InputStream content = file.open()) {
            int first = content.read();
            int second = content.read();
            if ((first == 0xff && second == 0xfe) || (first == 0xfe && second == 0xff)) {
                return StandardCharsets.UTF_16;
            }
        }
        try (Reader strict = new InputStreamReader(
                file.open(),
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT))) {
            strict.transferTo(Writer.nullWriter());
            return StandardCharsets.UTF_8;
        } catch (CharacterCodingException notUtf8) {
            return WINDOWS_1252;
        }
    }
}
