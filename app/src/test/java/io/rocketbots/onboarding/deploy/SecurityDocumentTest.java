package io.rocketbots.onboarding.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What docs/security.md calls a proof is a test that is there. */
class SecurityDocumentTest {

    private static final Pattern PROOF = Pattern.compile("`(\\w+Test)(?:\\.(\\w+))?`");
    private static final Pattern REQUIREMENT = Pattern.compile("\\d+\\.\\d+\\.\\d+");

    /** The numbers of all requirements of level 1 in OWASP ASVS 5.0.0. */
    private static final List<String> LEVEL_1 = Arrays.asList(
            ("1.2.1 1.2.2 1.2.3 1.2.4 1.2.5 1.3.1 1.3.2 1.5.1 2.1.1 2.2.1 2.2.2 2.3.1 3.2.1 3.2.2 3.3.1 3.4.1 3.4.2 3.5.1"
                            + " 3.5.2 3.5.3 4.1.1 4.4.1 5.2.1 5.2.2 5.3.1 5.3.2 6.1.1 6.2.1 6.2.2 6.2.3 6.2.4 6.2.5 6.2.6"
                            + " 6.2.7 6.2.8 6.3.1 6.3.2 6.4.1 6.4.2 7.2.1 7.2.2 7.2.3 7.2.4 7.4.1 7.4.2 8.1.1 8.2.1 8.2.2"
                            + " 8.3.1 9.1.1 9.1.2 9.1.3 9.2.1 10.4.1 10.4.2 10.4.3 10.4.4 10.4.5 11.3.1 11.3.2 11.4.1"
                            + " 12.1.1 12.2.1 12.2.2 13.4.1 14.2.1 14.3.1 15.1.1 15.2.1 15.3.1")
                    .split(" "));

    private static final List<String> MORE = List.of("6.3.3", "7.3.2", "7.5.1", "7.5.2", "7.5.3", "15.2.2");

    private final String document = read(ComposeFile.ROOT.resolve("docs/security.md"));
    private final Map<String, String> tests = tests();

    @Test
    void everyProofIsATestThatIsThere() {
        assertThat(PROOF.matcher(document).results()).hasSizeGreaterThan(100).allSatisfy(proof -> {
            String name = proof.group(1);
            String method = proof.group(2);
            assertThat(tests).containsKey(name);
            if (method != null) {
                assertThat(tests.get(name)).as(name).containsPattern("\\bvoid " + method + "\\(");
            }
        });
    }

    @Test
    void everyRequirementOfLevelOneHasItsLine() {
        List<String> lines = rows().map(row -> row[1].strip())
                .filter(REQUIREMENT.asMatchPredicate())
                .toList();

        assertThat(lines).startsWith(LEVEL_1.toArray(String[]::new)).hasSize(LEVEL_1.size() + MORE.size());
        assertThat(lines).containsAll(MORE).doesNotHaveDuplicates();
    }

    @Test
    void whatHasNoProofSaysWhy() {
        assertThat(rows().filter(row -> REQUIREMENT.matcher(row[1].strip()).matches()))
                .allSatisfy(row -> assertThat(PROOF.matcher(row[4]).find()
                                || row[3].contains("not applicable: ")
                                || row[3].contains("not met: ")
                                || row[3].contains("there are none")
                                || row[3].contains("by whoever "))
                        .as(String.join("|", row))
                        .isTrue());
    }

    private Stream<String[]> rows() {
        return document.lines().filter(line -> line.startsWith("| ")).map(line -> line.split("\\|", -1));
    }

    /** The text of each test by its name. */
    private static Map<String, String> tests() {
        return Stream.of("app", "forms", "processes", "workers")
                .map(module -> ComposeFile.ROOT.resolve(module).resolve("src/test/java"))
                .filter(Files::exists)
                .flatMap(SecurityDocumentTest::filesIn)
                .filter(file -> file.getFileName().toString().endsWith("Test.java"))
                .collect(Collectors.toMap(
                        file -> file.getFileName().toString().replace(".java", ""), SecurityDocumentTest::read));
    }

    private static Stream<Path> filesIn(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
