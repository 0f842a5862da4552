package io.rocketbots.onboarding.local.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.camunda.zeebe.logstreams.storage.LogStorage.AppendListener;
import io.camunda.zeebe.logstreams.storage.LogStorageReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.agrona.DirectBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskLogTest {

    /** Room for a few blocks of these tests. */
    private static final long SMALL = 120;

    @TempDir
    private Path directory;

    @Test
    void hasEverythingAgainInItsOrderWhenItIsOpenedAgain() {
        try (DiskLog log = DiskLog.open(directory)) {
            append(log, 1, 3, "one");
            append(log, 4, 4, "two");
            assertThat(payloads(log)).containsExactly("one", "two");
        }

        try (DiskLog log = DiskLog.open(directory)) {
            assertThat(payloads(log)).containsExactly("one", "two");
            assertThat(log.first()).isEqualTo(1);
            assertThat(log.last()).isEqualTo(4);
            append(log, 5, 5, "three");
            assertThat(payloads(log)).containsExactly("one", "two", "three");
        }
    }

    @Test
    void tellsOfABlockOnceAReaderWouldFindItInTheFile() {
        List<String> told = new ArrayList<>();
        try (DiskLog log = DiskLog.open(directory)) {
            log.addCommitListener(() -> {
                try (DiskLog other = DiskLog.open(directory)) {
                    told.addAll(payloads(other));
                }
            });

            append(log, 1, 1, "one");
        }
        assertThat(told).containsExactly("one");
    }

    @Test
    void readsOnFromWhatWasLastWhenMoreIsAppended() {
        try (DiskLog log = DiskLog.open(directory)) {
            LogStorageReader early = log.newReader();
            assertThat(early.hasNext()).isFalse();
            append(log, 1, 1, "one");
            assertThat(text(early.next())).isEqualTo("one");
            assertThat(early.hasNext()).isFalse();
            append(log, 2, 2, "two");
            assertThat(text(early.next())).isEqualTo("two");
        }
    }

    @Test
    void seeksTheBlockThatHoldsARecordOrTheLastOneBeforeIt() {
        try (DiskLog log = DiskLog.open(directory)) {
            append(log, 1, 3, "one");
            append(log, 4, 6, "two");
            append(log, 7, 7, "three");
            LogStorageReader reader = log.newReader();

            reader.seek(5);
            assertThat(text(reader.next())).isEqualTo("two");
            reader.seek(4);
            assertThat(text(reader.next())).isEqualTo("two");
            reader.seek(Long.MAX_VALUE);
            assertThat(text(reader.next())).isEqualTo("three");
            reader.seek(-1);
            assertThat(text(reader.next())).isEqualTo("one");
        }
    }

    @Test
    void cutsOffWhateverAPowerFailureLeftOfTheLastBlock() throws IOException {
        long whole;
        try (DiskLog log = DiskLog.open(directory)) {
            append(log, 1, 1, "one");
            append(log, 2, 2, "two");
            whole = Files.size(onlyFile());
            append(log, 3, 3, "three, which is torn");
        }
        long all = Files.size(onlyFile());
        byte[] bytes = Files.readAllBytes(onlyFile());

        for (long left = whole; left < all; left++) {
            Files.write(onlyFile(), Arrays.copyOf(bytes, (int) left));
            assertGoesOnAfterTwo(bytes);
        }
    }

    @Test
    void cutsOffALastBlockOfWhichTheLengthWasKeptButNotTheContent() throws IOException {
        long whole;
        try (DiskLog log = DiskLog.open(directory)) {
            append(log, 1, 1, "one");
            append(log, 2, 2, "two");
            whole = Files.size(onlyFile());
            append(log, 3, 3, "three, which is torn");
        }
        byte[] bytes = Files.readAllBytes(onlyFile());
        byte[] zeros = bytes.clone();
        Arrays.fill(zeros, (int) whole + Segment.HEADER + 5, bytes.length, (byte) 0);
        Files.write(onlyFile(), zeros);
        assertGoesOnAfterTwo(bytes);
        Arrays.fill(zeros, (int) whole, bytes.length, (byte) 0);
        Files.write(onlyFile(), zeros);
        assertGoesOnAfterTwo(bytes);
    }

    private void assertGoesOnAfterTwo(byte[] bytes) {
        try (DiskLog log = DiskLog.open(directory)) {
            assertThat(payloads(log)).containsExactly("one", "two");
            append(log, 3, 3, "three, which is torn");
        }
        assertThat(onlyFile()).hasBinaryContent(bytes);
    }

    @Test
    void refusesAFileThatIsDamagedBeforeItsEnd() throws IOException {
        try (DiskLog log = DiskLog.open(directory)) {
            append(log, 1, 1, "one");
            append(log, 2, 2, "two");
            append(log, 3, 3, "three");
        }
        flip(onlyFile(), 8 + Segment.HEADER + 1);

        assertThatExceptionOfType(EngineFilesBroken.class)
                .isThrownBy(() -> DiskLog.open(directory))
                .withMessageContaining("is damaged at byte 8");
    }

    @Test
    void refusesATornBlockInASegmentThatIsNotTheLast() throws IOException {
        fillSegments(20);
        Path first = files().getFirst();
        try (FileChannel channel = FileChannel.open(first, StandardOpenOption.WRITE)) {
            channel.truncate(Files.size(first) - 1);
        }

        assertThatExceptionOfType(EngineFilesBroken.class).isThrownBy(() -> DiskLog.open(directory, SMALL));
    }

    @Test
    void refusesAGap() throws IOException {
        fillSegments(20);
        Files.delete(files().get(1));

        assertThatExceptionOfType(EngineFilesBroken.class)
                .isThrownBy(() -> DiskLog.open(directory, SMALL))
                .withMessageContaining("but the one before is record");
    }

    @Test
    void refusesAFileOfSomethingElse() throws IOException {
        Files.writeString(directory.resolve("00000000000000000001.log"), "This is no log of an engine.");

        assertThatExceptionOfType(EngineFilesBroken.class)
                .isThrownBy(() -> DiskLog.open(directory))
                .withMessageContaining("is not a file of the engine's log");
    }

    @Test
    void goesOnAfterAPowerFailureInTheMomentOfANewSegment() throws IOException {
        fillSegments(20);
        int before = files().size();
        for (byte[] begun : List.of(new byte[0], new byte[3], new byte[8])) {
            Files.write(directory.resolve("00000000000000000021.log"), begun);

            try (DiskLog log = DiskLog.open(directory, SMALL)) {
                assertThat(log.last()).isEqualTo(20);
            }
            assertThat(files()).hasSize(before);
        }
        Files.write(directory.resolve("00000000000000000021.log"), new byte[8]);
        try (DiskLog log = DiskLog.open(directory, SMALL)) {
            append(log, 21, 21, "another one");
            assertThat(payloads(log)).endsWith("another one");
        }
    }

    @Test
    void deletesTheSegmentsThatAreNotNeededAndNoOther() {
        fillSegments(20);
        int all = files().size();
        assertThat(all).isGreaterThan(3);

        try (DiskLog log = DiskLog.open(directory, SMALL)) {
            log.deleteBefore(1);
            assertThat(files()).hasSize(all);

            log.deleteBefore(11);
            assertThat(files()).hasSizeBetween(2, all - 1);
            LogStorageReader reader = log.newReader();
            reader.seek(11);
            assertThat(text(reader.next())).isEqualTo("block 11");
            assertThat(log.hasSegmentBefore(11)).isFalse();

            log.deleteBefore(Long.MAX_VALUE);
            assertThat(files()).hasSize(1);
            append(log, 21, 21, "block 21");
            assertThat(payloads(log)).endsWith("block 21");
        }
        try (DiskLog log = DiskLog.open(directory, SMALL)) {
            assertThat(log.last()).isEqualTo(21);
            assertThat(log.first()).isGreaterThan(11);
        }
    }

    @Test
    void failsWhenItCannotWriteAndSaysSo() {
        DiskLog log = DiskLog.open(directory);
        append(log, 1, 1, "one");
        assertThat(log.failure()).isNotDone();
        log.close();

        assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> append(log, 2, 2, "two"));

        assertThat(log.failure()).isCompletedExceptionally();
    }

    @Test
    void aReaderThatIsBehindGoesOnWithWhatIsLeft() {
        fillSegments(20);
        try (DiskLog log = DiskLog.open(directory, SMALL)) {
            LogStorageReader reader = log.newReader();
            assertThat(text(reader.next())).isEqualTo("block 1");

            log.deleteBefore(15);

            assertThat(text(reader.next())).isEqualTo("block " + log.first());
        }
    }

    private void fillSegments(int blocks) {
        try (DiskLog log = DiskLog.open(directory, SMALL)) {
            IntStream.rangeClosed(1, blocks).forEach(i -> append(log, i, i, "block " + i));
        }
    }

    private static void append(DiskLog log, long lowest, long highest, String payload) {
        log.append(lowest, highest, ByteBuffer.wrap(payload.getBytes(UTF_8)), new AppendListener() {});
    }

    private static List<String> payloads(DiskLog log) {
        List<String> payloads = new ArrayList<>();
        LogStorageReader reader = log.newReader();
        while (reader.hasNext()) {
            payloads.add(text(reader.next()));
        }
        return payloads;
    }

    private static String text(DirectBuffer payload) {
        return payload.getStringWithoutLengthUtf8(0, payload.capacity());
    }

    private Path onlyFile() {
        return files().getFirst();
    }

    private List<Path> files() {
        try (Stream<Path> files = Files.list(directory)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void flip(Path file, int at) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[at] ^= 1;
        Files.write(file, bytes);
    }
}
