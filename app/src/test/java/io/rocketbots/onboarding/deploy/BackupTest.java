package io.rocketbots.onboarding.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The scripts that save and restore, with a stand-in for Docker whose databases and volumes are files. */
class BackupTest {

    @TempDir
    private Path home = Path.of("");

    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void furnish() throws IOException {
        for (String script : List.of("backup", "restore")) {
            copy(
                    ComposeFile.ROOT.resolve("deploy").resolve(script),
                    home.resolve("deploy").resolve(script));
        }
        copy(Path.of("src/test/resources/deploy/docker"), home.resolve("bin/docker"));
        write("databases/onboarding", "applications");
        write("databases/camunda", "instances");
        write("volumes/camunda/partitions/1/log", "records");
        write(".env", "ONBOARDING_SECRET=s\nCAMUNDA_ADMIN_PASSWORD=a\nCAMUNDA_APP_PASSWORD=p\n");
        environment.put("WORLD", home.toString());
        environment.put("PATH", home.resolve("bin") + ":" + System.getenv("PATH"));
    }

    @Test
    void savesTheDatabasesAndTheEngineWhileTheEngineStandsStill() throws Exception {
        Ran backup = run("backup");

        assertThat(backup.exitCode()).as(backup.output()).isZero();
        List<String> asked = asked();
        int stopped = asked.indexOf("compose stop camunda");
        int started = asked.indexOf("compose start camunda");
        assertThat(asked.subList(stopped + 1, started))
                .anyMatch(call -> call.contains("pg_dump") && call.endsWith(" onboarding"))
                .anyMatch(call -> call.contains("pg_dump") && call.endsWith(" camunda"))
                .anyMatch(call -> call.contains("--volumes-from container-of-camunda:ro"));
        assertThat(asked).noneMatch(call -> call.startsWith("compose stop") && call.contains("app"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(theBackup())))
                .isEqualTo("rwx------");
    }

    @Test
    void startsTheEngineAgainAndLeavesNoHalfBackupWhenSomethingFails() throws Exception {
        environment.put("FAIL_AT", "pg_dump");

        Ran backup = run("backup");

        assertThat(backup.exitCode()).isNotZero();
        assertThat(backup.output()).contains("There is no backup");
        assertThat(asked().getLast()).isEqualTo("compose start camunda");
        assertThat(backups()).isEmpty();
    }

    @Test
    void refusesADumpThatCannotBeRead() throws Exception {
        write("databases/onboarding", "");

        Ran backup = run("backup");

        assertThat(backup.exitCode()).isNotZero();
        assertThat(backups()).isEmpty();
    }

    @Test
    void keepsTheNewestOnly() throws Exception {
        environment.put("KEEP", "2");
        for (String old : List.of("20260101T030000Z", "20260102T030000Z", "by-hand")) {
            write("backups/" + old + "/env", "");
        }

        run("backup");

        assertThat(backups())
                .hasSize(3)
                .contains(home.resolve("backups/20260102T030000Z"), home.resolve("backups/by-hand"));
    }

    @Test
    void writesToADirectoryBesideWhereItWasCalled() throws Exception {
        Path elsewhere = Files.createDirectories(home.resolve("elsewhere"));

        Ran backup =
                Ran.in(elsewhere, environment, home.resolve("deploy/backup").toString(), "mine");

        assertThat(backup.exitCode()).as(backup.output()).isZero();
        assertThat(elsewhere.resolve("mine")).isNotEmptyDirectory();
        assertThat(home.resolve("mine")).doesNotExist();
    }

    @Test
    void leavesAnEngineAloneThatStoodStillBefore() throws Exception {
        environment.put("RUNNING", "app caddy postgres");

        Ran backup = run("backup");

        assertThat(backup.exitCode()).as(backup.output()).isZero();
        assertThat(theBackup().resolve("camunda.tar.gz")).exists();
        assertThat(asked()).noneMatch(call -> call.startsWith("compose start") || call.startsWith("compose stop"));
    }

    @Test
    void leavesNothingWhenDockerCannotBeAsked() throws Exception {
        environment.put("FAIL_AT", "config");

        assertThat(run("backup").exitCode()).isNotZero();
        assertThat(home.resolve("backups")).doesNotExist();
    }

    @Test
    void restoresWhatWasSaved() throws Exception {
        run("backup");
        write("databases/onboarding", "damaged");
        write("volumes/camunda/partitions/1/log", "damaged");
        write("volumes/camunda/partitions/1/later", "damaged");
        Files.delete(home.resolve(".env"));

        Ran restore = run("restore", "--yes", theBackup().toString());

        assertThat(restore.exitCode()).as(restore.output()).isZero();
        assertThat(home.resolve("databases/onboarding")).hasContent("applications");
        assertThat(home.resolve("databases/camunda")).hasContent("instances");
        assertThat(home.resolve("volumes/camunda/partitions/1/log")).hasContent("records");
        assertThat(home.resolve("volumes/camunda/partitions/1/later")).doesNotExist();
        assertThat(home.resolve(".env")).content().contains("ONBOARDING_SECRET=s");
        assertThat(leftBeside()).isEmpty();
        List<String> asked = asked();
        int renamed = asked.indexOf(asked.stream()
                .filter(call -> call.endsWith("--single-transaction") && call.contains("psql"))
                .findFirst()
                .orElseThrow());
        assertThat(asked.subList(0, asked.indexOf("compose stop app camunda"))).contains("compose build");
        assertThat(asked.indexOf("compose stop app camunda")).isLessThan(renamed);
        assertThat(asked.subList(0, renamed)).doesNotContain("compose up --detach --wait");
        assertThat(asked).contains("compose up --detach --wait");
    }

    @ParameterizedTest
    @CsvSource({
        "config, Nothing was changed",
        "build, Nothing was changed",
        "createdb, The data are what they were",
        "pg_restore, Nothing was changed",
        "--exit-on-error, The data are what they were",
        "--interactive, Nothing was changed",
        "--set, run deploy/restore again"
    })
    void keepsWhatIsHereAndSaysSoWhenSomethingFails(String at, String words) throws Exception {
        run("backup");
        write("databases/onboarding", "newer");
        write("volumes/camunda/partitions/1/log", "newer");
        environment.put("FAIL_AT", at);

        Ran restore = run("restore", "--yes", theBackup().toString());

        assertThat(restore.exitCode()).isNotZero();
        assertThat(restore.output()).contains("The backup is not restored.", words);
        assertThat(home.resolve("databases/onboarding")).hasContent("newer");
        assertThat(home.resolve("volumes/camunda/partitions/1/log")).hasContent("newer");
        assertThat(asked()).doesNotContain("compose up --detach --wait");
    }

    @Test
    void canBeRunAgainAfterItHasFailed() throws Exception {
        run("backup");
        write("databases/onboarding", "newer");
        environment.put("FAIL_AT", "--exit-on-error");
        run("restore", "--yes", theBackup().toString());
        environment.remove("FAIL_AT");

        Ran restore = run("restore", "--yes", theBackup().toString());

        assertThat(restore.exitCode()).as(restore.output()).isZero();
        assertThat(home.resolve("databases/onboarding")).hasContent("applications");
        assertThat(leftBeside()).isEmpty();
    }

    @Test
    void takesSettingsOfTheBackupOnlyOnceItIsSure() throws Exception {
        write("deploy/app.env", "ONBOARDING_REVIEW_PERIOD=48h");
        run("backup");
        Files.delete(home.resolve(".env"));
        Files.delete(home.resolve("deploy/app.env"));

        assertThat(run("restore", theBackup().toString()).output()).contains("Nothing was changed");
        assertThat(home.resolve(".env")).doesNotExist();
        assertThat(run("restore", "--yes", theBackup().toString()).exitCode()).isZero();

        assertThat(home.resolve(".env")).content().contains("ONBOARDING_SECRET=s");
        assertThat(home.resolve("deploy/app.env")).hasContent("ONBOARDING_REVIEW_PERIOD=48h");
    }

    @Test
    void changesNothingBeforeItIsSure() throws Exception {
        run("backup");
        write("databases/onboarding", "newer");
        Path good = theBackup();

        assertThat(run("restore", good.toString()).exitCode()).isNotZero();
        write(".env", "ONBOARDING_SECRET=other\nCAMUNDA_ADMIN_PASSWORD=a\nCAMUNDA_APP_PASSWORD=p\n");
        assertThat(run("restore", "--yes", good.toString()).output()).contains("ONBOARDING_SECRET in .env is not that");
        Files.writeString(good.resolve("camunda.dump"), "cut off");
        assertThat(run("restore", "--yes", good.toString()).output()).contains("The backup is not complete");

        assertThat(home.resolve("databases/onboarding")).hasContent("newer");
        assertThat(asked()).noneMatch(call -> call.contains("dropdb") || call.startsWith("compose stop app"));
    }

    /** What a restore puts beside the data until it takes their place. */
    private List<Path> leftBeside() throws IOException {
        try (Stream<Path> all = Files.walk(home)) {
            return all.filter(file -> file.getFileName().toString().matches(".*(_restored|_before|\\.restored)"))
                    .toList();
        }
    }

    private Ran run(String script, String... arguments) throws IOException, InterruptedException {
        return Ran.in(home, environment, home.resolve("deploy").resolve(script).toString(), arguments);
    }

    private List<String> asked() throws IOException {
        return Files.readAllLines(home.resolve("asked"));
    }

    private List<Path> backups() throws IOException {
        try (Stream<Path> all = Files.list(home.resolve("backups"))) {
            return all.toList();
        }
    }

    private Path theBackup() throws IOException {
        List<Path> all = backups();
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private void write(String file, String content) throws IOException {
        Path path = home.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, content);
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        Files.copy(from, to);
        Files.setPosixFilePermissions(to, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
