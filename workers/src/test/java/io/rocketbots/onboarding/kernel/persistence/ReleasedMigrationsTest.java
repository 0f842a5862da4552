package io.rocketbots.onboarding.kernel.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Databases out there have run these files, and Flyway refuses to go on where one has changed. */
class ReleasedMigrationsTest {

    static List<String> releases() throws IOException {
        try (Stream<Path> releases = Files.list(Path.of("src/test/resources/release"))) {
            return releases.map(release -> release.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("releases")
    void noneOfARelease(String release) throws IOException {
        List<String> frozen = Files.readAllLines(ReleaseData.directory(release).resolve("migrations.txt"));

        assertThat(Arrays.asList(Migrations.checksums().split("\n")))
                .as("A migration of release %s was edited, renamed or removed. Undo that and add a new one.", release)
                .containsAll(frozen);
    }

    @ParameterizedTest
    @MethodSource("releases")
    void noneComesInBetween(String release) throws IOException {
        List<String> frozen = Files.readAllLines(ReleaseData.directory(release).resolve("migrations.txt"));
        int last = Migrations.version(frozen.getLast().split("  ", 2)[1]);

        assertThat(Stream.of(Migrations.checksums().split("\n"))
                        .filter(line -> Migrations.version(line.split("  ", 2)[1]) <= last))
                .as("A new migration needs a number above V%s, the last one of release %s.", last, release)
                .hasSize(frozen.size());
    }
}
