package io.rocketbots.onboarding.local.engine;

import io.camunda.zeebe.util.VersionUtil;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.springframework.util.FileSystemUtils;

/** The directory in which an engine keeps what it knows. It is all of one piece: neither state nor log is any good alone. */
final class EngineFiles {

    private static final DateTimeFormatter IN_A_NAME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);

    private final Path directory;
    private final Path version;

    EngineFiles(Path directory) {
        this.directory = directory.toAbsolutePath().normalize();
        version = this.directory.resolve("version");
    }

    /** Where the state is, in files of RocksDB. */
    Path state() {
        return directory.resolve("state");
    }

    /** Where the log is, in segments. */
    Path log() {
        return directory.resolve("log");
    }

    /** Makes the directory, or looks whether the engine that wrote it is this one: no other understands what it wrote. */
    void prepare() throws IOException {
        String own = VersionUtil.getVersion();
        if (Files.exists(version)) {
            String theirs = Files.readString(version).strip();
            if (!theirs.equals(own)) {
                throw new EngineFilesBroken(
                        "They are of version '" + theirs + "' of the engine, and this is " + own + ".");
            }
        } else if (Files.exists(directory)) {
            throw new EngineFilesBroken("They do not say of which version of the engine they are.");
        } else {
            Files.createDirectories(directory);
            Path beginning = directory.resolve("version.new");
            Files.writeString(beginning, own);
            Files.move(beginning, version, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /** Where a copy of the state can be put for a moment; nothing is there. */
    Path copy() throws IOException {
        Path copy = directory.resolve("copy");
        FileSystemUtils.deleteRecursively(copy);
        return copy;
    }

    /** Keeps the files under another name, for whoever wants to look at them. */
    Path moveAside(Instant now) throws IOException {
        Path aside = directory.resolveSibling(directory.getFileName() + "-unusable-" + IN_A_NAME.format(now));
        return Files.move(directory, aside);
    }

    /** Undoes that, when nothing can be put in their place. */
    void moveBack(Path aside) throws IOException {
        FileSystemUtils.deleteRecursively(directory);
        Files.move(aside, directory);
    }
}
