package io.rocketbots.onboarding.kernel.persistence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.ClassPathResource;

/**
 * Databases out there have run the migrations of a release, and Flyway refuses to go on where one has changed.
 * {@code released-migrations.txt} names them, with SHA-256, as {@code sha256sum} writes it; none before the first release.
 */
class ReleasedMigrationsTest {

    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");

    private static final ClassPathResource RELEASED = new ClassPathResource("released-migrations.txt");

    @Test
    void areNeverEditedAndOnlyFollowed() throws Exception {
        assertThat(faults(RELEASED.getContentAsString(UTF_8), MIGRATIONS)).isEmpty();
    }

    @Test
    void areMissedWhenTheyWereEditedRemovedOrOvertaken(@TempDir Path migrations) throws Exception {
        Files.writeString(migrations.resolve("V1__first.sql"), "CREATE TABLE first (id int);\n");
        Files.writeString(migrations.resolve("V4__fourth.sql"), "CREATE TABLE fourth (id int);\n");
        String released = """
                %s  V1__first.sql
                %s  V4__fourth.sql
                """.formatted(
                        sha256(migrations.resolve("V1__first.sql")), sha256(migrations.resolve("V4__fourth.sql")));
        Files.writeString(migrations.resolve("V5__fifth.sql"), "CREATE TABLE fifth (id int);\n");
        assertThat(faults(released, migrations)).isEmpty();

        Files.writeString(migrations.resolve("V1__first.sql"), "CREATE TABLE first (id bigint);\n");
        Files.delete(migrations.resolve("V4__fourth.sql"));
        Files.writeString(migrations.resolve("V3__third.sql"), "CREATE TABLE third (id int);\n");

        assertThat(faults(released, migrations))
                .containsExactly(
                        "V1__first.sql has been released and is never edited: add another migration.",
                        "V3__third.sql needs a number above that of V4__fourth.sql, which has been released.",
                        "V4__fourth.sql has been released and is never removed or renamed.");
    }

    private static List<String> faults(String released, Path migrations) throws IOException, NoSuchAlgorithmException {
        TreeMap<Integer, String> frozen = new TreeMap<>();
        List<String> faults = new ArrayList<>();
        for (String line : released.lines().toList()) {
            String name = line.substring(line.lastIndexOf(' ') + 1);
            frozen.put(number(name), name);
            if (!Files.exists(migrations.resolve(name))) {
                faults.add(name + " has been released and is never removed or renamed.");
            } else if (!line.startsWith(sha256(migrations.resolve(name)))) {
                faults.add(name + " has been released and is never edited: add another migration.");
            }
        }
        try (Stream<Path> files = Files.list(migrations)) {
            files.map(file -> file.getFileName().toString())
                    .filter(name -> !frozen.containsValue(name))
                    .filter(name -> !frozen.isEmpty() && number(name) <= frozen.lastKey())
                    .map(name -> name + " needs a number above that of "
                            + frozen.lastEntry().getValue() + ", which has been released.")
                    .forEach(faults::add);
        }
        return faults.stream().sorted().toList();
    }

    private static int number(String name) {
        return Integer.parseInt(name.substring(1, name.indexOf("__")));
    }

    /** With the line ends of Git's own, also where it checks out others. */
    private static String sha256(Path file) throws IOException, NoSuchAlgorithmException {
        byte[] content = Files.readString(file).replace("\r\n", "\n").getBytes(UTF_8);
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    }
}
