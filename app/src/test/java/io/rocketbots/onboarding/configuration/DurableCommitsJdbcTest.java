package io.rocketbots.onboarding.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was committed is there after PostgreSQL was killed, also on a server that is set to be fast rather than safe. */
class DurableCommitsJdbcTest {

    private static EmbeddedPostgres server;

    /** As the engine of these tests and some hosted databases are; it writes what was committed every ten seconds. */
    @BeforeAll
    static void start() throws IOException {
        server = EmbeddedPostgres.builder()
                .setServerConfig("synchronous_commit", "off")
                .setServerConfig("wal_writer_delay", "10s")
                .start();
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @Test
    void keepsWhatWasCommittedWhenTheDatabaseIsKilledRightAfterIt() {
        new ApplicationContextRunner()
                .withInitializer(new ConfigDataApplicationContextInitializer())
                .withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class))
                .withPropertyValues(
                        "spring.datasource.url=" + server.getJdbcUrl("postgres", "postgres"),
                        "spring.datasource.username=postgres")
                .run(context -> {
                    JdbcClient jdbc = JdbcClient.create(context.getBean(DataSource.class));
                    jdbc.sql("CREATE TABLE promise (word varchar(20))").update();
                    long backend = jdbc.sql("SELECT pg_backend_pid()")
                            .query(Long.class)
                            .single();

                    jdbc.sql("INSERT INTO promise VALUES ('kept')").update();
                    crash(backend);

                    assertThat(promises()).containsExactly("kept");
                });
    }

    @Test
    void takesH2AsItIs() {
        new ApplicationContextRunner()
                .withInitializer(new ConfigDataApplicationContextInitializer())
                .withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class))
                .withPropertyValues("spring.datasource.url=jdbc:h2:mem:durable;MODE=PostgreSQL")
                .run(context -> assertThat(JdbcClient.create(context.getBean(DataSource.class))
                                .sql("SELECT 1")
                                .query(Integer.class)
                                .single())
                        .isEqualTo(1));
    }

    /** One of its processes that is killed makes the server forget all that lies only in its memory, and start anew. */
    private static void crash(long backend) throws SQLException {
        try (Connection other = server.getPostgresDatabase().getConnection()) {
            ProcessHandle.of(backend).orElseThrow().destroyForcibly();
            await().atMost(Duration.ofSeconds(60)).until(() -> !other.isValid(5));
        }
        await().atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(promises()).isNotNull());
    }

    private static List<String> promises() {
        return JdbcClient.create(server.getPostgresDatabase())
                .sql("SELECT word FROM promise")
                .query(String.class)
                .list();
    }
}
