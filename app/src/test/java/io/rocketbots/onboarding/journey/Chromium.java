package io.rocketbots.onboarding.journey;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The browser that is installed on this machine; none is ever downloaded. */
final class Chromium {

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
    private static final List<Path> OTHER_PLACES = List.of(
            Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
            Path.of("/Applications/Chromium.app/Contents/MacOS/Chromium"));

    private Chromium() {}

    static Optional<Path> find() {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        Stream<Path> onPath = Stream.of(path.split(File.pathSeparator, -1))
                .filter(directory -> !directory.isBlank())
                .flatMap(directory -> NAMES.stream().map(name -> Path.of(directory, name)));
        return Stream.concat(onPath, OTHER_PLACES.stream())
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Whether a test that finds no browser fails, as in {@code .ci/run}. */
    static boolean required() {
        return "required".equals(System.getProperty("onboarding.browser"));
    }
}
