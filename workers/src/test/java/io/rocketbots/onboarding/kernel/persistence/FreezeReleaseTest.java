package io.rocketbots.onboarding.kernel.persistence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Run by hand when a release goes out, see docs/upgrading.md: writes down its migrations' checksums and a database of it. */
@EnabledIfSystemProperty(named = "release.version", matches = ".+")
class FreezeReleaseTest {

    private static final String RELEASE = System.getProperty("release.version", "");

    @Test
    void writesDownItsMigrations() throws IOException {
        Path file = ReleaseData.directory(RELEASE).resolve("migrations.txt");
        Files.createDirectories(file.getParent());
        Files.writeString(file, Migrations.checksums());
    }

    @Test
    @EnabledIfSystemProperty(named = "release.database", matches = ".+")
    void writesDownADatabaseOfIt() throws SQLException, IOException {
        JdbcConnectionPool pool = JdbcConnectionPool.create(System.getProperty("release.database", ""), "", "");
        ReleaseData.write(pool, ReleaseData.directory(RELEASE).resolve("data.sql"));
        pool.dispose();
    }
}
