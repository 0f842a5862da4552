package io.rocketbots.onboarding.customer.contact;

import java.io.FilterReader;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.Reader;

/**
 * Lets a file of comma-separated values through only for as long as its lines are no longer and have no more columns than
 * any list of contacts, so that whoever reads it holds one line in memory and never more. A line ends where its quotation
 * marks let it end, as <a href="https://www.rfc-editor.org/rfc/rfc4180#section-2">RFC 4180</a> says.
 */
final class CsvBounds extends FilterReader {

    /** In characters; notes may be long. */
    static final int LONGEST_LINE = 100_000;

    static final int MOST_COLUMNS = 1_000;

    /** A line is out of bounds; says which and why. */
    static final class OutOfBounds extends IOException {

        private static final long serialVersionUID = 1L;

        OutOfBounds(String why) {
            super(why);
        }

        String why() {
            return String.valueOf(getMessage());
        }
    }

    private final char delimiter;

    /** As an editor counts: the one that is read, and the one on which its contact began. */
    private int line = 1;

    private int begin = 1;
    private int length;
    private int columns = 1;
    private boolean quoted;
    /** Whether nothing but blanks has come of this value, so that a quotation mark would open it. */
    private boolean atStart = true;

    private char last;
    /** Whether the last character was a quotation mark that closed the value. */
    private boolean closed;

    CsvBounds(Reader reader, char delimiter) {
        super(reader);
        this.delimiter = delimiter;
    }

    @Override
    public int read() throws IOException {
        int c = super.read();
        if (c >= 0) {
            look((char) c);
        }
        return c;
    }

    @Override
    public int read(char[] buffer, int offset, int most) throws IOException {
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException("The time for reading the file is over.");
        }
        int count = super.read(buffer, offset, most);
        for (int i = 0; i < count; i++) {
            look(buffer[offset + i]);
        }
        return count;
    }

    private void look(char c) throws OutOfBounds {
        boolean breaksLine = c == '\r' || (c == '\n' && last != '\r');
        boolean reopens = last == '"' && closed;
        last = c;
        closed = false;
        if (breaksLine) {
            line++;
        }
        if (!quoted && (c == '\r' || c == '\n')) {
            begin = line;
            length = 0;
            columns = 1;
            atStart = true;
            return;
        }
        if (++length > LONGEST_LINE) {
            throw new OutOfBounds("Line " + begin + " of the file has more than " + LONGEST_LINE
                    + " characters, up to the quotation mark that closes its last value.");
        }
        if (c == '"') {
            // Two of them inside a value stand for one: the second opens again what the first closed.
            closed = quoted;
            quoted = !quoted && (atStart || reopens);
            atStart = false;
        } else if (c == delimiter && !quoted) {
            if (++columns > MOST_COLUMNS) {
                throw new OutOfBounds("Line " + begin + " of the file has more than " + MOST_COLUMNS + " columns.");
            }
            atStart = true;
        } else if (!Character.isWhitespace(c)) {
            atStart = false;
        }
    }
}
