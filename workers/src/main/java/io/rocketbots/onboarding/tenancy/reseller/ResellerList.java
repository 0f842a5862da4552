package io.rocketbots.onboarding.tenancy.reseller;

import io.rocketbots.onboarding.kernel.id.ResellerId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All resellers as the team looks through them, the newest first. It only reads. */
@Component
public class ResellerList {

    public static final int PAGE_SIZE = 50;

    private final JdbcClient jdbc;

    ResellerList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One line.
     *
     * @param domain the present one, if there is one
     */
    public record Row(
            ResellerId id,
            String company,
            ResellerState state,
            Instant createdAt,
            @Nullable String domain,
            @Nullable String domainState) {}

    /**
     * One page, with one line more when there is another page.
     *
     * @param state null for every state
     * @param search a part of the company's name or the domain, or an id
     * @param page counted from 0
     */
    public List<Row> find(@Nullable ResellerState state, String search, int page) {
        boolean searched = !search.isBlank();
        JdbcClient.StatementSpec query =
                jdbc.sql("SELECT r.id, r.company_name, r.state, r.created_at, d.name AS domain, d.state AS domain_state"
                        + " FROM reseller r LEFT JOIN custom_domain d ON d.current_of = r.id WHERE 1 = 1"
                        + (state == null ? "" : " AND r.state = :state")
                        + (searched
                                ? " AND (LOWER(r.company_name) LIKE :search OR d.name LIKE :search"
                                        + " OR CAST(r.id AS varchar(36)) = :exact)"
                                : "")
                        + " ORDER BY r.created_at DESC, r.id OFFSET :offset ROWS FETCH FIRST :most ROWS ONLY");
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
                        new ResellerId(row.getObject("id", UUID.class)),
                        row.getString("company_name"),
                        ResellerState.valueOf(row.getString("state")),
                        row.getTimestamp("created_at").toInstant(),
                        row.getString("domain"),
                        row.getString("domain_state")))
                .list();
    }
}
