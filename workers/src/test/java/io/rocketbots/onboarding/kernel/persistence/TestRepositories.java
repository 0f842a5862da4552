package io.rocketbots.onboarding.kernel.persistence;

import io.rocketbots.onboarding.tenancy.account.AccountColumns;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.jdbc.core.convert.JdbcCustomConversions;
import org.springframework.data.jdbc.repository.config.AbstractJdbcConfiguration;
import org.springframework.data.jdbc.repository.config.EnableJdbcRepositories;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Adds every repository to a {@link TestDatabase}. */
@Configuration
@EnableJdbcRepositories("io.rocketbots.onboarding")
public class TestRepositories extends AbstractJdbcConfiguration {

    private final DataSource dataSource;

    TestRepositories(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Bean
    NamedParameterJdbcOperations namedParameterJdbcOperations() {
        return new NamedParameterJdbcTemplate(dataSource);
    }

    @Override
    public JdbcCustomConversions jdbcCustomConversions() {
        return new PersistenceConfiguration()
                .jdbcCustomConversions(
                        jdbcDialect(namedParameterJdbcOperations()),
                        List.of(new AccountColumns().accountColumnConverters()));
    }
}
