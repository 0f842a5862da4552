package io.rocketbots.onboarding.space;

import io.rocketbots.onboarding.platform.PlatformId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
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
                .param("offset", page * PAGE_SIZE)
                .param("most", PAGE_SIZE + 1)
                .query(SpaceList::row)
                .list();
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
