package io.rocketbots.onboarding.lifecycle.suspension;

import io.rocketbots.onboarding.kernel.id.AccountId;
import io.rocketbots.onboarding.kernel.id.ResellerId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The history of suspensions. Rows are only added: a corrected reason stands beside the one it corrects. */
@Component
public class Suspensions {

    private final JdbcClient jdbc;
    private final Clock clock;

    Suspensions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What an entry tells. */
    public enum What {
        SUSPENDED,
        CORRECTED,
        RESUMED
    }

    /**
     * One entry.
     *
     * @param category null when resumed, as is the reason
     */
    public record Entry(
            UUID id,
            What what,
            @Nullable SuspensionCategory category,
            @Nullable String reason,
            Instant at,
            String by) {}

    /** Somebody of the team who acts. */
    public record Actor(AccountId id, String name) {}

    /** Adds an entry and returns its id, which tells the mails about it apart. */
    @Transactional(propagation = Propagation.MANDATORY)
    UUID add(ResellerId reseller, What what, @Nullable SuspensionCategory category, @Nullable String reason, Actor by) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                INSERT INTO suspension_entry (id, reseller_id, what, category, reason, at, by_account, by_name)
                VALUES (:id, :reseller, :what, :category, :reason, :at, :account, :name)
                """)
                .param("id", id)
                .param("reseller", reseller.value())
                .param("what", what.name())
                .param("category", category == null ? null : category.name())
                .param("reason", reason)
                .param("at", Timestamp.from(clock.instant()))
                .param("account", by.id().value())
                .param("name", by.name())
                .update();
        return id;
    }

    /** All entries of a reseller, oldest first. */
    public List<Entry> of(ResellerId reseller) {
        return jdbc.sql("SELECT * FROM suspension_entry WHERE reseller_id = :reseller ORDER BY seq")
                .param("reseller", reseller.value())
                .query(Suspensions::entry)
                .list();
    }

    /** The last suspension, whether or not it is over; empty when there was none. */
    public Optional<Suspension> last(ResellerId reseller) {
        List<Entry> newestFirst = of(reseller).reversed();
        Optional<Entry> words = newestFirst.stream()
                .filter(entry -> entry.what() != What.RESUMED)
                .findFirst();
        return newestFirst.stream()
                .filter(entry -> entry.what() == What.SUSPENDED)
                .findFirst()
                .flatMap(began -> words.flatMap(said -> suspension(began, said)));
    }

    private static Optional<Suspension> suspension(Entry began, Entry said) {
        return said.category() == null || said.reason() == null
                ? Optional.empty()
                : Optional.of(new Suspension(said.category(), said.reason(), began.at(), began.by()));
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        @Nullable String category = row.getString("category");
        return new Entry(
                row.getObject("id", UUID.class),
                What.valueOf(row.getString("what")),
                category == null ? null : SuspensionCategory.valueOf(category),
                row.getString("reason"),
                row.getTimestamp("at").toInstant(),
                row.getString("by_name"));
    }
}
