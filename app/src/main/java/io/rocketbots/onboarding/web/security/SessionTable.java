package io.rocketbots.onboarding.web.security;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;

/** Lets two requests of one session end at the same moment. */
@Configuration
class SessionTable {

    /**
     * Adds nothing to a session that has ended meanwhile, and leaves alone what another request of the session has just
     * added; the session's own statement fails at both. H2 knows only this form of {@code ON CONFLICT}.
     */
    private static final String ADD_ATTRIBUTE = """
            INSERT INTO %TABLE_NAME%_ATTRIBUTES (SESSION_PRIMARY_ID, ATTRIBUTE_NAME, ATTRIBUTE_BYTES)
            SELECT ADDED.ID, ADDED.NAME, ADDED.CONTENT
            FROM (SELECT CAST(? AS varchar) AS ID, CAST(? AS varchar) AS NAME, CAST(? AS bytea) AS CONTENT) ADDED
            JOIN %TABLE_NAME% ON %TABLE_NAME%.PRIMARY_ID = ADDED.ID
            ON CONFLICT DO NOTHING
            """;

    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> attributesAtOnce() {
        return sessions -> sessions.setCreateSessionAttributeQuery(ADD_ATTRIBUTE);
    }
}
