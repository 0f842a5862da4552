package io.rocketbots.onboarding.customer.space;

import io.rocketbots.onboarding.kernel.id.PlatformId;
import io.rocketbots.onboarding.kernel.id.SpaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The Spaces of a platform as its reseller and the team look through them, by name. It only reads. */
@Component
public class SpaceList {

    public static final int PAGE_SIZE = 50;

    /** Deleted Spaces are nobody's any more. */
    private static final String SELECT = """
            SELECT s.id, s.name, s.primary_language, s.contact_limit, s.contacts, s.state, s.refusal, s.cancelled_at,
                (SELECT count(*) FROM space_member m WHERE m.space_id = s.id) AS users
            FROM space s WHERE s.platform_id = :platform AND s.state <> 'DELETED'
            """;

    private static final String BY_NAME = " ORDER BY lower(s.name), s.id";

    private final JdbcClient jdbc;

    SpaceList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One line.
     *
     * @param users how many work in it
     * @param contactLimit null for any number
     * @param refusal why it was rejected
     */
    public record Row(
            SpaceId id,
            String name,
            String primaryLanguage,
            int users,
            int contacts,
            @Nullable Integer contactLimit,
            SpaceState state,
            @Nullable String refusal,
            @Nullable Instant cancelledAt) {

        /** "Deutsch – German". */
        public String language() {
            return SpaceLanguage.find(primaryLanguage).map(SpaceLanguage::label).orElse(primaryLanguage);
        }

        /** "12 of 100", or "12" where there is no limit. */
        public String contactsInWords() {
            return contactLimit == null ? Integer.toString(contacts) : contacts + " of " + contactLimit;
        }
    }

    /**
     * One page, with one line more when there is another page.
     *
     * @param search a part of the name
     * @param page counted from 0
     */
    public List<Row> find(PlatformId platform, String search, int page) {
        String words = search.strip().toLowerCase(Locale.ROOT);
        return jdbc.sql(SELECT
                        + " AND (:search = '' OR position(:search IN lower(s.name)) > 0)"
                        + BY_NAME
                        + " OFFSET :offset ROWS FETCH FIRST :most ROWS ONLY")
                .param("platform", platform.value())
                .param("search", words)
                .param("offset", (long) page * PAGE_SIZE)
                .param("most", PAGE_SIZE + 1)
                .query(SpaceList::row)
                .list();
    }

    /**
     * The next of them in the order they were asked for.
     *
     * @param after the last one seen; null to begin
     */
    public List<Row> after(PlatformId platform, @Nullable SpaceId after, int most) {
        String rest = after == null ? "" : """
                 AND EXISTS (SELECT 1 FROM space seen WHERE seen.id = :after AND seen.platform_id = :platform
                     AND (s.created_at > seen.created_at OR (s.created_at = seen.created_at AND s.id > seen.id)))
                """;
        JdbcClient.StatementSpec query =
                jdbc.sql(SELECT + rest + " ORDER BY s.created_at, s.id FETCH FIRST :most ROWS ONLY");
        return (after == null ? query : query.param("after", after.value()))
                .param("platform", platform.value())
                .param("most", most)
                .query(SpaceList::row)
                .list();
    }

    /** One of them. */
    public Optional<Row> find(PlatformId platform, SpaceId id) {
        return jdbc.sql(SELECT + " AND s.id = :id")
                .param("platform", platform.value())
                .param("id", id.value())
                .query(SpaceList::row)
                .optional();
    }

    /** All of them. */
    public List<Row> all(PlatformId platform) {
        return jdbc.sql(SELECT + BY_NAME)
                .param("platform", platform.value())
                .query(SpaceList::row)
                .list();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        Timestamp cancelledAt = row.getTimestamp("cancelled_at");
        return new Row(
                new SpaceId(row.getObject("id", UUID.class)),
                row.getString("name"),
                row.getString("primary_language"),
                row.getInt("users"),
                row.getInt("contacts"),
                row.getObject("contact_limit", Integer.class),
                SpaceState.valueOf(row.getString("state")),
                row.getString("refusal"),
                cancelledAt == null ? null : cancelledAt.toInstant());
    }
}
