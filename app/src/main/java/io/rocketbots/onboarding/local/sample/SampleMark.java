package io.rocketbots.onboarding.local.sample;

import io.rocketbots.onboarding.configuration.LocalSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** A file in the data directory that says how far the samples are, so that a start after a kill goes on with them. */
@Component
@Profile("local")
class SampleMark {

    private static final String BEGUN = "begun";
    private static final String COMPLETE = "complete";

    private final Path file;

    SampleMark(LocalSettings settings) {
        this.file = settings.dataDirectory().resolve("sample-data");
    }

    boolean isBegun() {
        return read().equals(BEGUN);
    }

    boolean isComplete() {
        return read().equals(COMPLETE);
    }

    void begin() {
        write(BEGUN);
    }

    void complete() {
        write(COMPLETE);
    }

    private String read() {
        try {
            return Files.readString(file).strip();
        } catch (NoSuchFileException none) {
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String word) {
        try {
            Files.writeString(file, word + System.lineSeparator());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
