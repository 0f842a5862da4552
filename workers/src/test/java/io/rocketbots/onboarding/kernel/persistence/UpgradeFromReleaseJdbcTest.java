package io.rocketbots.onboarding.kernel.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.rocketbots.onboarding.admission.application.Application;
import io.rocketbots.onboarding.admission.application.ApplicationState;
import io.rocketbots.onboarding.admission.application.Applications;
import io.rocketbots.onboarding.engine.upgrade.RunningInstances;
import io.rocketbots.onboarding.process.ProcessId;
import io.rocketbots.onboarding.tenancy.account.Account;
import io.rocketbots.onboarding.tenancy.account.Accounts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.data.repository.CrudRepository;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A database of release 1.0.0 with everything in it that use cases leave behind, taken along to the newest schema. */
@OnEachDatabase
class UpgradeFromReleaseJdbcTest {

    private static final String RELEASE = "1.0.0";
    private static final Path DATA = ReleaseData.directory(RELEASE).resolve("data.sql");

    private final TestDatabase.Opened database;

    @TempDir
    private Path directory;

    UpgradeFromReleaseJdbcTest(TestDatabase kind) {
        this.database = kind.openEmpty();
    }

    @BeforeEach
    void beginWithTheRelease() throws SQLException, IOException {
        flyway().target(lastMigration()).load().migrate();
        ReleaseData.load(database.pool(), DATA);
    }

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void theReleaseHasRowsInEveryTable() throws SQLException, IOException {
        try (Connection connection = database.pool().getConnection()) {
            assertThat(ReleaseData.counts(DATA).keySet()).containsAll(ReleaseData.tables(connection));
        }
    }

    @Test
    void everyRowIsKept() throws SQLException {
        Map<String, Long> before = rows();

        flyway().load().migrate();

        Map<String, Long> after = rows();
        Map<String, Long> untouched = new HashMap<>(before);
        // V22 adds words that are made of others, and takes none away.
        untouched.remove("contact_word");
        assertThat(after).containsAllEntriesOf(untouched);
        assertThat(before)
                .allSatisfy((table, count) ->
                        assertThat(after.getOrDefault(table, 0L)).as(table).isGreaterThanOrEqualTo(count));
    }

    @Test
    void everyAggregateCanBeRead() {
        flyway().load().migrate();

        try (AnnotationConfigApplicationContext application = application()) {
            Map<String, CrudRepository<?, ?>> repositories = repositories(application);

            assertThat(repositories)
                    .hasSizeGreaterThan(10)
                    .allSatisfy((name, repository) ->
                            assertThat(repository.findAll()).as(name).isNotEmpty());
        }
    }

    @Test
    void everyAggregateCanBeWritten() {
        flyway().load().migrate();

        try (AnnotationConfigApplicationContext application = application()) {
            Applications applications = application.getBean(Applications.class);
            Application underReview = applications.findAll().stream()
                    .filter(one -> one.state() == ApplicationState.UNDER_REVIEW)
                    .findFirst()
                    .orElseThrow();

            applications.save(underReview.approve());

            assertThat(applications.get(underReview.id()).state()).isEqualTo(ApplicationState.APPROVED);
            Accounts accounts = application.getBean(Accounts.class);
            assertThat(accounts.findAll()).extracting(Account::email).contains("kim@brightbird.localhost");
        }
    }

    @Test
    void whatRunsIsFoundAgain() {
        flyway().load().migrate();

        try (AnnotationConfigApplicationContext application = application()) {
            assertThat(application.getBean(RunningInstances.class).counts())
                    .containsEntry(ProcessId.RESELLER_ONBOARDING, 11)
                    .containsKeys(
                            ProcessId.RESELLER_INTRODUCTION,
                            ProcessId.DOMAIN_SETUP,
                            ProcessId.DOMAIN_WATCH,
                            ProcessId.SPACE_PROVISIONING,
                            ProcessId.USER_INVITATION,
                            ProcessId.RESELLER_OFFBOARDING);
        }
    }

    @Test
    void newRowsFollowThoseThatAreThere() {
        flyway().load().migrate();
        JdbcClient jdbc = JdbcClient.create(database.pool());

        long last =
                jdbc.sql("SELECT max(seq) FROM access_entry").query(Long.class).single();
        jdbc.sql("""
                INSERT INTO access_entry (id, at, platform_id, what)
                VALUES ('6f9619ff-8b86-4011-b42d-00c04fc964ff', CURRENT_TIMESTAMP, '00000000-0000-0000-0000-000000000000', 'TRIED')
                """).update();

        assertThat(jdbc.sql("SELECT max(seq) FROM access_entry")
                        .query(Long.class)
                        .single())
                .isGreaterThan(last);
    }

    @Test
    void aMigrationThatDoesNotFitTheRowsIsNoticed() throws IOException {
        Files.writeString(
                directory.resolve("V9000__breaks.sql"),
                "ALTER TABLE application ADD COLUMN said_hello boolean NOT NULL;");

        Flyway withThat = flyway().locations("classpath:db/migration", "filesystem:" + directory)
                .load();

        assertThatExceptionOfType(FlywayException.class).isThrownBy(withThat::migrate);
    }

    private FluentConfiguration flyway() {
        return Flyway.configure().dataSource(database.pool());
    }

    private static String lastMigration() throws IOException {
        List<String> frozen = Files.readAllLines(ReleaseData.directory(RELEASE).resolve("migrations.txt"));
        return String.valueOf(Migrations.version(frozen.getLast().split("  ", 2)[1]));
    }

    private AnnotationConfigApplicationContext application() {
        AnnotationConfigApplicationContext application = TestDatabase.on(
                () -> new TestDatabase.Opened(database.pool(), () -> {}),
                Clock.systemUTC(),
                TestRepositories.class,
                RunningInstances.class);
        application.refresh();
        return application;
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Map<String, CrudRepository<?, ?>> repositories(AnnotationConfigApplicationContext application) {
        return (Map) application.getBeansOfType(CrudRepository.class);
    }

    private Map<String, Long> rows() throws SQLException {
        JdbcClient jdbc = JdbcClient.create(database.pool());
        try (Connection connection = database.pool().getConnection()) {
            Set<String> tables = ReleaseData.tables(connection);
            Map<String, Long> rows = new TreeMap<>();
            for (String table : tables) {
                rows.put(
                        table,
                        jdbc.sql("SELECT count(*) FROM " + table)
                                .query(Long.class)
                                .single());
            }
            return rows;
        }
    }
}
