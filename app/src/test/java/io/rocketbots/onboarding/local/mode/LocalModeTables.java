package io.rocketbots.onboarding.local.mode;

import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** The tables of local mode in a database of their own, since that of production has none. */
public final class LocalModeTables {

    private LocalModeTables() {}

    /** A new database in memory. */
    public static DataSource inMemory() {
        DataSource database =
                new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";MODE=PostgreSQL;DB_CLOSE_DELAY=-1");
        new ResourceDatabasePopulator(new ClassPathResource("db/local/R__local_mode.sql")).execute(database);
        return database;
    }
}
