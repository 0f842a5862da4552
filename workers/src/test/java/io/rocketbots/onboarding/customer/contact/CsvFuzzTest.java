package io.rocketbots.onboarding.customer.contact;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is imported as a list of contacts is read line by line or refused, with nothing but what StartImport expects. */
class CsvFuzzTest {

    private static final Duration SOON = Duration.ofSeconds(5);

    @ParameterizedTest
    @MethodSource("files")
    void readsALineOrRefusesIt(byte[] file) throws IOException {
        long begin = System.nanoTime();
        int lines = 0;
        CsvText text = CsvText.of(() -> new ByteArrayInputStream(file));
        try (CsvLines contacts = new CsvLines(text, new ByteArrayInputStream(file))) {
            int last = 0;
            while (hasNext(contacts)) {
                CsvLines.Line line = contacts.next();
                lines++;
                assertThat(line.number()).as("The number of a line").isGreaterThan(last);
                last = line.number();
                if (line.draft().faults().isEmpty()) {
                    assertThat(line.draft().firstName()).hasSizeLessThanOrEqualTo(100);
                    assertThat(line.draft().email()).hasSizeLessThanOrEqualTo(254);
                }
            }
        } catch (UncheckedIOException | IllegalStateException refused) {
            assertThat(refused).hasMessageNotContaining("null");
        }
        assertThat(lines).isLessThanOrEqualTo(file.length);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(SOON);
    }

    @MethodSource("files")
    @FuzzTest(maxDuration = "10m")
    void fuzzFiles(byte[] file) throws IOException {
        readsALineOrRefusesIt(file);
    }

    /** Asked twice, as a loop may. */
    private static boolean hasNext(CsvLines contacts) {
        boolean has = contacts.hasNext();
        assertThat(contacts.hasNext()).isEqualTo(has);
        return has;
    }

    static Stream<byte[]> files() {
        String plain = CsvColumns.HEADER + "\nAda,Lovelace,ada@example.com,+49 30 1234567\n\n,,b@example.com,\n";
        return Stream.of(
                plain.getBytes(UTF_8),
                ("\uFEFF" + plain.replace(',', ';').replace("\n", "\r\n")).getBytes(UTF_8),
                plain.replace(',', '\t').getBytes(UTF_16),
                plain.replace("Ada", "Jürgen").getBytes(Charset.forName("windows-1252")),
                "E-Mail,First Name,Note\n\"a@example.com\",\"A \"\"B\"\"\nC\",\"x,\"\n".getBytes(UTF_8),
                "email\n\"a".getBytes(UTF_8),
                "email\n\"a\"b\r".getBytes(UTF_8),
                new byte[] {(byte) 0xff, (byte) 0xfe, 'e'});
    }
}
