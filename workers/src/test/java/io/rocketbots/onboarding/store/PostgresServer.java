package io.rocketbots.onboarding.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcConnectionPool;
import org.postgresql.ds.PGConnectionPoolDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The PostgreSQL of this JVM: started with the first database that is asked for, stopped when the JVM ends. */
final class PostgresServer {

    private static final String USER = "postgres";
    private static final String MIGRATED = "migrated";
    private static final EmbeddedPostgres SERVER = start();
    private static final JdbcClient ADMINISTRATOR = JdbcClient.create(SERVER.getPostgresDatabase());

    static {
        create(MIGRATED, "template1");
        Flyway.configure().dataSource(SERVER.getDatabase(USER, MIGRATED)).load().migrate();
    }

    private PostgresServer() {}

    /** Copies the migrated database, which takes a fraction of the time that migrating takes. */
    static JdbcConnectionPool newDatabase() {
        String name = "test_" + UUID.randomUUID().toString().replace('-', '_');
        create(name, MIGRATED);
        PGConnectionPoolDataSource database = new PGConnectionPoolDataSource();
        database.setPortNumbers(new int[] {SERVER.getPort()});
        database.setDatabaseName(name);
        database.setUser(USER);
        return JdbcConnectionPool.create(database);
    }

    private static void create(String name, String template) {
        ADMINISTRATOR.sql("CREATE DATABASE " + name + " TEMPLATE " + template).update();
    }

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder().start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
