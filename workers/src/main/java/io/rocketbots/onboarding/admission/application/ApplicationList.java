package io.rocketbots.onboarding.admission.application;

import io.rocketbots.onboarding.kernel.id.ApplicationId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All applications as the team looks through them, the newest first. It only reads. */
@Component
public class ApplicationList {

    public static final int PAGE_SIZE = 50;

    private final JdbcClient jdbc;

    ApplicationList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One line. */
    public record Row(
            ApplicationId id,
            String company,
            String contactName,
            String email,
            String country,
            ApplicationState state,
            boolean overdue,
            Instant submittedAt) {}

    /**
     * One page, with one line more when there is another page.
     *
     * @param state null for every state
     * @param search a part of the company's name, the contact's name or email, or an id
     * @param page counted from 0
     */
    public List<Row> find(@Nullable ApplicationState state, String search, int page) {
        boolean searched = !search.isBlank();
        JdbcClient.StatementSpec query = jdbc.sql("SELECT * FROM application WHERE 1 = 1"
                + (state == null ? "" : " AND state = :state")
                + (searched
                        ? " AND (LOWER(company_name) LIKE :search OR LOWER(contact_name) LIKE :search"
                                + " OR LOWER(email) LIKE :search OR CAST(id AS varchar(36)) = :exact)"
                        : "")
                + " ORDER BY submitted_at DESC, id OFFSET :offset ROWS FETCH FIRST :most ROWS ONLY");
        if (state != null) {
            query = query.param("state", state.name());
        }
        if (searched) {
            String words = search.strip().toLowerCase(Locale.ROOT);
            query = query.param("search", "%" + words + "%").param("exact", words);
        }
        return query.param("offset", (long) page * PAGE_SIZE)
                .param("most", PAGE_SIZE + 1)
                .query((row, number) -> new Row(
                        new ApplicationId(row.getObject("id", UUID.class)),
                        row.getString("company_name"),
                        row.getString("contact_name"),
                        row.getString("email"),
                        row.getString("country"),
                        ApplicationState.valueOf(row.getString("state")),
                        row.getBoolean("overdue"),
                        row.getTimestamp("submitted_at").toInstant()))
                .list();
    }
}
