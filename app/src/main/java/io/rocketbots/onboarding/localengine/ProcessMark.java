package io.rocketbots.onboarding.localengine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file that says which process was started, so that a later run of the application finds it again.
 *
 * <p>The system gives a process id to somebody else some day: only the start time tells whether it still is ours.
 */
final class ProcessMark {

    // The start time is counted from the time of boot, which the system corrects by fractions of a second.
    private static final Duration CLOCK_CORRECTION = Duration.ofSeconds(2);

    private static final Logger log = LoggerFactory.getLogger(ProcessMark.class);

    private final Path file;

    ProcessMark(Path file) {
        this.file = file;
    }

    void set(ProcessHandle process) {
        String started = process.info().startInstant().map(Instant::toString).orElse("");
        try {
            Files.writeString(file, process.pid() + " " + started + System.lineSeparator());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void remove() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            log.warn("The file {} cannot be removed; the next start looks at it and finds nobody.", file, e);
        }
    }

    /** The marked process, if it still runs and is the one that was marked. */
    Optional<ProcessHandle> find() {
        try {
            String line = Files.readString(file).strip();
            int space = line.indexOf(' ');
            if (space < 0) {
                return Optional.empty();
            }
            Instant started = Instant.parse(line.substring(space + 1));
            return ProcessHandle.of(Long.parseLong(line.substring(0, space)))
                    .filter(ProcessHandle::isAlive)
                    .filter(process -> process.info()
                            .startInstant()
                            .filter(instant -> near(instant, started))
                            .isPresent());
        } catch (NoSuchFileException neverMarked) {
            return Optional.empty();
        } catch (NumberFormatException | DateTimeParseException unreadable) {
            log.warn("The file {} names no process; it is written anew.", file);
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean near(Instant one, Instant other) {
        return Duration.between(one, other).abs().compareTo(CLOCK_CORRECTION) <= 0;
    }
}
