package io.rocketbots.onboarding.customer.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.base.Throwables;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A file is refused as soon as one of its lines is out of bounds, and nothing longer is ever held in memory. */
class CsvBoundsTest {

    private static final long LARGE = 66L * 1024 * 1024;

    /** A file of that size, which never lies in memory. */
    private static InputStream repeated(String beginning, String piece, long size) {
        byte[] head = beginning.getBytes(StandardCharsets.UTF_8);
        byte[] tail = piece.getBytes(StandardCharsets.UTF_8);
        return new InputStream() {
            private long at;

            @Override
            public int read() {
                if (at >= size) {
                    return -1;
                }
                long i = at++;
                return 0xFF & (i < head.length ? head[(int) i] : tail[(int) ((i - head.length) % tail.length)]);
            }

            @Override
            public int read(byte[] buffer, int offset, int most) {
                int count = 0;
                for (int c = count < most ? read() : -1; c >= 0; c = count < most ? read() : -1) {
                    buffer[offset + count++] = (byte) c;
                }
                return count == 0 ? -1 : count;
            }
        };
    }

    static Stream<String[]> endless() {
        return Stream.of(
                new String[] {"", ",", "Line 1 of the file has more than 1000 columns."},
                new String[] {"first_name\n", ",", "Line 2 of the file has more than 1000 columns."},
                new String[] {"", "a", "Line 1 of the file has more than 100000 characters"},
                new String[] {"first_name\n\"", "a\r\n", "Line 2 of the file has more than 100000 characters"},
                new String[] {"first_name\nAda\n\"", "\"\"", "Line 3 of the file has more than 100000 characters"},
                new String[] {"first_name\n", "\0", "Line 2 of the file has more than 100000 characters"},
                new String[] {"first_name\n", " ", "Line 2 of the file has more than 100000 characters"});
    }

    @ParameterizedTest
    @MethodSource("endless")
    void refusesALineThatNeverEndsWithWordsAndInConstantMemory(String beginning, String piece, String why)
            throws Exception {
        CsvText.Source file = () -> repeated(beginning, piece, LARGE);
        com.sun.management.ThreadMXBean threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();

        assertThatThrownBy(() -> {
                    CsvText text = new CsvText(StandardCharsets.UTF_8, ',');
                    try (CsvLines lines = new CsvLines(text, file.open())) {
                        while (lines.hasNext()) {
                            lines.next();
                        }
                    }
                })
                .satisfies(
                        refused -> assertThat(Throwables.getRootCause(refused)).hasMessageStartingWith(why));
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(20_000_000);
    }

    @Test
    void tellsTheSeparatorFromTheBeginningOfAnEndlessLine() throws Exception {
        assertThat(CsvText.of(() -> repeated("", "a;", LARGE)).delimiter()).isEqualTo(';');
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a,b\r\n",
                "\"a \"\"b\"\" c\",d\n",
                "5\" disk,7\" disk\n",
                "\"two\nlines\",x\n",
                " \"a\" ,b\n",
                "\"\",\"\"\n",
                "\"a\"\"\",b\n"
            })
    void countsLineByLine(String line) {
        StringReader file = new StringReader(line.repeat(2 * CsvBounds.LONGEST_LINE / line.length()));

        assertThatCode(() -> new CsvBounds(file, ',').transferTo(Writer.nullWriter()))
                .doesNotThrowAnyException();
    }

    @Test
    void takesAsMuchAsTheBoundsSay() throws IOException {
        String columns = ",".repeat(CsvBounds.MOST_COLUMNS - 1) + "\n";
        String line = "a".repeat(CsvBounds.LONGEST_LINE) + "\n";

        new CsvBounds(new StringReader(columns + line), ',').transferTo(Writer.nullWriter());
        assertThatThrownBy(
                        () -> new CsvBounds(new StringReader("\n\n," + columns), ',').transferTo(Writer.nullWriter()))
                .hasMessage("Line 3 of the file has more than 1000 columns.");
        assertThatThrownBy(() -> new CsvBounds(new StringReader("a\r\na" + line), ',').transferTo(Writer.nullWriter()))
                .hasMessageStartingWith("Line 2 of the file has more than 100000 characters");
    }
}
