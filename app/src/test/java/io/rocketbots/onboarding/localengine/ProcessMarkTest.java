package io.rocketbots.onboarding.localengine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessMarkTest {

    @TempDir
    private Path directory;

    @Test
    void findsTheProcessItMarked() {
        ProcessMark mark = new ProcessMark(directory.resolve("engine.pid"));

        mark.set(ProcessHandle.current());

        assertThat(mark.find()).contains(ProcessHandle.current());
    }

    @Test
    void doesNotTakeAForeignProcessWithTheSameIdForOurs() throws IOException {
        Path file = directory.resolve("engine.pid");
        Files.writeString(file, ProcessHandle.current().pid() + " " + Instant.parse("2020-01-01T00:00:00Z"));

        assertThat(new ProcessMark(file).find()).isEmpty();
    }

    @Test
    void findsNobodyWhereNothingIsMarked() {
        assertThat(new ProcessMark(directory.resolve("engine.pid")).find()).isEmpty();
    }

    @Test
    void findsNobodyInAFileThatWasOnlyHalfWritten() throws IOException {
        Path file = directory.resolve("engine.pid");
        Files.writeString(file, ProcessHandle.current().pid() + " 2026-");

        assertThat(new ProcessMark(file).find()).isEmpty();
    }

    @Test
    void findsNobodyOnceTheMarkIsRemoved() {
        ProcessMark mark = new ProcessMark(directory.resolve("engine.pid"));
        mark.set(ProcessHandle.current());

        mark.remove();

        assertThat(mark.find()).isEmpty();
    }
}
