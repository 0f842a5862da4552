package io.rocketbots.onboarding.customer.contact;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads the contacts of a file one after the other, each with the number of the line on which it begins. */
final class CsvLines implements AutoCloseable {

    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final CsvColumns columns;

    /**
     * One contact as the file has it.
     *
     * @param number as an editor counts, from 1
     */
    record Line(int number, ContactDraft draft) {}

    CsvLines(CsvText text, InputStream content) throws IOException {
        parser = text.parse(content);
        records = parser.iterator();
        columns = records.hasNext() ? CsvColumns.of(records.next()) : CsvColumns.NONE;
    }

    CsvColumns columns() {
        return columns;
    }

    /** The line that was read last; where reading failed, if it did. */
    int currentLine() {
        return (int) parser.getCurrentLineNumber();
    }

    boolean hasNext() {
        return records.hasNext();
    }

    Line next() {
        if (!records.hasNext()) {
            throw new NoSuchElementException("The file has no more lines.");
        }
        CSVRecord line = records.next();
        long breaks =
                line.stream().flatMapToInt(String::chars).filter(c -> c == '\n').count();
        return new Line((int) (parser.getCurrentLineNumber() - breaks), columns.draft(line));
    }

    List<Line> next(int most) {
        List<Line> lines = new ArrayList<>(most);
        while (lines.size() < most && hasNext()) {
            lines.add(next());
        }
        return lines;
    }

    void skip(int lines) {
        for (int i = 0; i < lines; i++) {
            records.next();
        }
    }

    @Override
    public void close() {
        try {
            parser.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
