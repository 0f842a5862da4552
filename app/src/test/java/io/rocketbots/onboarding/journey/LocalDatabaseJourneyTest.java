package io.rocketbots.onboarding.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.rocketbots.onboarding.configuration.LocalSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;

/** The database of local mode keeps what was committed, also when the process ends in the same moment. */
class LocalDatabaseJourneyTest {

    private static final int ROWS = 20;

    @TempDir
    private Path directory;

    @Test
    void aHaltRightAfterTheCommitLosesNothing() throws IOException, InterruptedException, SQLException {
        String url = urlOfLocalMode();

        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        CommitAndHalt.class.getName(),
                        url)
                .inheritIO()
                .start();

        assertThat(process.waitFor()).isEqualTo(CommitAndHalt.HALTED);
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("SELECT count(*) FROM kept")) {
            count.next();
            assertThat(count.getInt(1)).isEqualTo(ROWS);
        }
    }

    private String urlOfLocalMode() throws IOException {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "own data",
                        Map.of(
                                LocalSettings.DATABASE,
                                directory.resolve("database").toString())));
        new YamlPropertySourceLoader()
                .load("local", new ClassPathResource("application-local.yaml"))
                .forEach(environment.getPropertySources()::addLast);
        return environment.getRequiredProperty("spring.datasource.url");
    }

    /** Commits rows one by one and halts without giving anything the time to write. */
    static final class CommitAndHalt {

        static final int HALTED = 7;

        private CommitAndHalt() {}

        public static void main(String[] arguments) throws SQLException {
            try (Connection connection = DriverManager.getConnection(arguments[0]);
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE TABLE kept (number int)");
                connection.setAutoCommit(false);
                for (int i = 0; i < ROWS; i++) {
                    statement.executeUpdate("INSERT INTO kept VALUES (" + i + ")");
                    connection.commit();
                }
                Runtime.getRuntime().halt(HALTED);
            }
        }
    }
}
