package io.rocketbots.onboarding.customer.space;

import io.rocketbots.onboarding.kernel.id.AccountId;
import io.rocketbots.onboarding.kernel.id.SpaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The members of a Space by name, and the lock under which they change. */
@Component
public class SpaceRoster {

    private final JdbcClient jdbc;

    SpaceRoster(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A member as people see them. */
    public record Person(AccountId account, String name, String email, SpaceRole role, Instant joinedAt) {}

    /** Whoever changes who is in the Space waits here for the other; until the end of the transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock(SpaceId space) {
        jdbc.sql("SELECT id FROM space WHERE id = :id FOR UPDATE")
                .param("id", space.value())
                .query(UUID.class)
                .single();
    }

    /** Everybody, by name. */
    public List<Person> of(SpaceId space) {
        return jdbc.sql("""
                SELECT a.id, a.name, a.email, m.role, m.joined_at
                FROM space_member m JOIN account a ON a.id = m.account_id
                WHERE m.space_id = :space ORDER BY LOWER(a.name), a.canonical_email
                """)
                .param("space", space.value())
                .query(SpaceRoster::person)
                .list();
    }

    private static Person person(ResultSet row, int number) throws SQLException {
        return new Person(
                new AccountId(row.getObject("id", UUID.class)),
                row.getString("name"),
                row.getString("email"),
                SpaceRole.valueOf(row.getString("role")),
                row.getTimestamp("joined_at").toInstant());
    }
}
