package io.rocketbots.onboarding.customer.space;

import io.rocketbots.onboarding.kernel.id.AccountId;
import io.rocketbots.onboarding.kernel.id.SpaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps who came into a Space, left it or got another role, and when somebody of the reseller entered it. */
@Component
public class SpaceHistory {

    /** Pages opened within this time are one visit. */
    private static final Duration VISIT = Duration.ofMinutes(30);

    private final JdbcClient jdbc;
    private final Clock clock;

    SpaceHistory(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What happened. */
    public enum What {
        JOINED,
        ROLE_CHANGED,
        REMOVED,
        LEFT,
        ENTERED_AS_RESELLER
    }

    /**
     * One entry as people read it.
     *
     * @param name whom it is about
     * @param role the role from then on; null where that says nothing
     * @param byName who did it, when that was somebody else
     */
    public record Entry(
            Instant at,
            What what,
            String name,
            @Nullable SpaceRole role,
            @Nullable String byName) {}

    /** Part of the transaction of what it tells of. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(
            SpaceId space, What what, AccountId account, @Nullable SpaceRole role, @Nullable AccountId byAccount) {
        jdbc.sql("""
                INSERT INTO space_history_entry (id, space_id, at, what, account_id, role, by_account)
                VALUES (:id, :space, :at, :what, :account, :role, :by)
                """)
                .param("id", UUID.randomUUID())
                .param("space", space.value())
                .param("at", Timestamp.from(clock.instant()))
                .param("what", what.name())
                .param("account", account.value())
                .param("role", role == null ? null : role.name())
                .param("by", byAccount == null || byAccount.equals(account) ? null : byAccount.value())
                .update();
    }

    /** Somebody of the reseller opened a page of the Space; one entry a visit. */
    @Transactional
    public void enter(SpaceVisitor visitor) {
        boolean stillThere = jdbc.sql("""
                SELECT COUNT(*) FROM space_history_entry
                WHERE space_id = :space AND account_id = :account AND what = 'ENTERED_AS_RESELLER' AND at > :since
                """)
                        .param("space", visitor.space().id().value())
                        .param("account", visitor.account().value())
                        .param("since", Timestamp.from(clock.instant().minus(VISIT)))
                        .query(Integer.class)
                        .single()
                > 0;
        if (visitor.reseller() && !stillThere) {
            add(visitor.space().id(), What.ENTERED_AS_RESELLER, visitor.account(), null, null);
        }
    }

    /** The latest entries, newest first, at most that many. */
    public List<Entry> latest(SpaceId space, int most) {
        return jdbc.sql("""
                SELECT e.at, e.what, e.role, who.name AS name, other.name AS by_name
                FROM space_history_entry e
                JOIN account who ON who.id = e.account_id
                LEFT JOIN account other ON other.id = e.by_account
                WHERE e.space_id = :space ORDER BY e.seq DESC FETCH FIRST :most ROWS ONLY
                """)
                .param("space", space.value())
                .param("most", most)
                .query(SpaceHistory::entry)
                .list();
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        String role = row.getString("role");
        return new Entry(
                row.getTimestamp("at").toInstant(),
                What.valueOf(row.getString("what")),
                row.getString("name"),
                role == null ? null : SpaceRole.valueOf(role),
                row.getString("by_name"));
    }
}
