package io.rocketbots.onboarding.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compares HTML with the file that was looked at and found good. */
final class Golden {

    private static final Path EXPECTED = Path.of("src/test/resources/golden");
    private static final Path ACTUAL = Path.of("target/golden");

    private Golden() {}

    static void assertMatches(String name, String html) throws IOException {
        Path expected = EXPECTED.resolve(name + ".html");
        Path actual = ACTUAL.resolve(name + ".html");
        Files.createDirectories(ACTUAL);
        Files.writeString(actual, html);

        assertThat(expected)
                .as("Look at %s; if it is what it should be, copy it to %s.", actual, expected)
                .exists()
                .content()
                .isEqualTo(html);
    }
}
