package io.rocketbots.onboarding.kernel.persistence;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcConnectionPool;
import org.postgresql.ds.PGConnectionPoolDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The PostgreSQL of this JVM: started with the first database that is asked for, stopped when the JVM ends. */
final class PostgresServer {

    private static final String USER = "postgres";
    /** Linux' file system in memory: making and dropping a database takes a tenth of the time that it takes on a disk. */
    private static final Path MEMORY = Path.of("/dev/shm");

    private static final String MIGRATED = "migrated";
    private static final EmbeddedPostgres SERVER = start();
    private static final JdbcClient ADMINISTRATOR = JdbcClient.create(SERVER.getPostgresDatabase());

    static {
        create(MIGRATED, "template1");
        Flyway.configure().dataSource(SERVER.getDatabase(USER, MIGRATED)).load().migrate();
    }

    private PostgresServer() {}

    /**
     * Copies the migrated database, which takes a fraction of the time that migrating takes. Each copy is some hundred
     * files: dropped one by one they never pile up.
     */
    static TestDatabase.Opened newDatabase() {
        String name = "test_" + UUID.randomUUID().toString().replace('-', '_');
        create(name, MIGRATED);
        PGConnectionPoolDataSource database = new PGConnectionPoolDataSource();
        database.setPortNumbers(new int[] {SERVER.getPort()});
        database.setDatabaseName(name);
        database.setUser(USER);
        return new TestDatabase.Opened(
                JdbcConnectionPool.create(database),
                () -> ADMINISTRATOR
                        .sql("DROP DATABASE " + name + " WITH (FORCE)")
                        .update());
    }

    private static void create(String name, String template) {
        ADMINISTRATOR
                .sql("CREATE DATABASE " + name + " TEMPLATE " + template + " STRATEGY FILE_COPY")
                .update();
    }

    private static EmbeddedPostgres start() {
        try {
            EmbeddedPostgres.Builder server = EmbeddedPostgres.builder();
            if (Files.isWritable(MEMORY)) {
                server.setDataDirectory(Files.createTempDirectory(MEMORY, "postgres-of-tests-"));
            }
            return server.start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
