package io.rocketbots.onboarding.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Where the models and the forms lie in the source tree, so that tests and lint read what is committed. */
final class ModelFiles {

    private static final Path MODELS = Path.of("src/main/resources");
    private static final Path RELEASES = Path.of("src/test/resources/release");
    private static final Path FORMS = Path.of("../forms/src/main/resources");

    private ModelFiles() {}

    /** Every process and every decision. */
    static List<Path> all() {
        return Stream.concat(bpmn().stream(), dmn().stream()).toList();
    }

    static List<Path> bpmn() {
        return in(MODELS, ".bpmn");
    }

    static List<Path> dmn() {
        return in(MODELS, ".dmn");
    }

    /** The models of every release, as they were; none before the first. */
    static List<Path> released() {
        try (Stream<Path> files = Files.exists(RELEASES) ? Files.walk(RELEASES) : Stream.empty()) {
            return files.filter(file -> file.toString().endsWith(".bpmn"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + RELEASES.toAbsolutePath() + " cannot be read.", e);
        }
    }

    static List<Path> forms() {
        return in(FORMS, ".form");
    }

    static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read.", e);
        }
    }

    private static List<Path> in(Path folder, String ending) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + folder.toAbsolutePath() + " cannot be read.", e);
        }
    }
}
