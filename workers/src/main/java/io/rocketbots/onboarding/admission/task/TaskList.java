package io.rocketbots.onboarding.admission.task;

import io.rocketbots.onboarding.admission.application.OnboardingWaits;
import io.rocketbots.onboarding.admission.application.ReviewTerms;
import io.rocketbots.onboarding.kernel.id.AccountId;
import io.rocketbots.onboarding.kernel.id.ApplicationId;
import io.rocketbots.onboarding.kernel.id.TaskId;
import io.rocketbots.onboarding.process.TaskKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The task list as the team sees it, most urgent first. It only reads. */
@Component
public class TaskList {

    private static final int LONGEST = 200;

    private static final String UNDECIDED = "t.state = 'OPEN' AND d.task_id IS NULL";

    private final JdbcClient jdbc;
    private final ReviewTerms review;
    private final OnboardingWaits waits;
    private final Clock clock;

    TaskList(JdbcClient jdbc, ReviewTerms review, OnboardingWaits waits, Clock clock) {
        this.jdbc = jdbc;
        this.review = review;
        this.waits = waits;
        this.clock = clock;
    }

    /** The tabs of the list. */
    public enum View {
        OPEN(UNDECIDED, "t.due_at, t.priority DESC, t.id"),
        MINE(UNDECIDED + " AND t.claimed_by = :me AND t.claimed_at > :idleSince", "t.due_at, t.priority DESC, t.id"),
        /** Reviews whose applicant has to answer a question first. */
        WAITING("""
                a.state = 'WAITING_FOR_APPLICANT' AND t.kind = 'REVIEW'
                AND t.round = (SELECT MAX(newest.round) FROM task newest
                               WHERE newest.kind = 'REVIEW' AND newest.business_id = t.business_id)
                """, "q.asked_at, t.id"),
        DONE("(t.state <> 'OPEN' OR d.task_id IS NOT NULL)", "COALESCE(d.decided_at, t.closed_at) DESC, t.id");

        private final String condition;
        private final String order;

        View(String condition, String order) {
            this.condition = condition;
            this.order = order;
        }

        /** As it stands in the address. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The tab of that address; the first one for anything else. */
        public static View of(String id) {
            for (View view : values()) {
                if (view.id().equals(id)) {
                    return view;
                }
            }
            return OPEN;
        }
    }

    /**
     * What to list.
     *
     * @param team null for every team
     * @param kind null for every kind
     * @param search a part of the company's name, or nothing
     */
    public record Filter(@Nullable String team, @Nullable TaskKind kind, String search) {

        public static final Filter ALL = new Filter(null, null, "");
    }

    /**
     * One line.
     *
     * @param dueAt when the task is due, or when the applicant's time to answer ends
     * @param claimedBy who is on it; null when nobody is, or not any more
     * @param decision how it was decided, if it was
     * @param mailUndeliverable a mail about the case could not be delivered
     */
    public record Row(
            TaskId id,
            ApplicationId application,
            TaskKind kind,
            String title,
            @Nullable String about,
            String company,
            String team,
            int priority,
            Instant dueAt,
            boolean answered,
            @Nullable AccountId claimedBy,
            @Nullable String claimedByName,
            @Nullable String decision,
            @Nullable String decidedByName,
            @Nullable Instant closedAt,
            boolean mailUndeliverable) {}

    /** How much stands in each tab. */
    public record Counts(int open, int mine, int waiting) {}

    public List<Row> find(View view, Filter filter, AccountId me) {
        return query(
                        "t.*, a.company_name, c.name AS claimer, d.decision, d.decided_by_name, d.decided_at, q.asked_at,"
                                + " EXISTS (SELECT 1 FROM mail_message m WHERE m.application_id = t.application_id"
                                + " AND m.state = 'UNDELIVERABLE') AS undeliverable",
                        view,
                        filter,
                        me)
                .query(this::row)
                .list();
    }

    /** How many tasks each tab has; what is done is not counted. */
    public Counts counts(Filter filter, AccountId me) {
        return new Counts(
                find(View.OPEN, filter, me).size(),
                find(View.MINE, filter, me).size(),
                find(View.WAITING, filter, me).size());
    }

    /** The most urgent task that nobody else is on, other than that one. */
    public Optional<TaskId> next(TaskId after, AccountId me) {
        return find(View.OPEN, Filter.ALL, me).stream()
                .filter(row -> !row.id().equals(after))
                .filter(row -> row.claimedBy() == null || row.claimedBy().equals(me))
                .map(Row::id)
                .findFirst();
    }

    private JdbcClient.StatementSpec query(String columns, View view, Filter filter, AccountId me) {
        StringBuilder sql = new StringBuilder("SELECT ")
                .append(columns)
                .append("""

                        FROM task t JOIN application a ON a.id = t.application_id
                        LEFT JOIN task_decision d ON d.task_id = t.id
                        LEFT JOIN account c ON c.id = t.claimed_by
                        LEFT JOIN question q ON q.application_id = t.application_id AND q.round = t.round
                            AND t.kind = 'REVIEW'
                        """)
                .append(" WHERE ")
                .append(view.condition);
        if (filter.team() != null) {
            sql.append(" AND t.team = :team");
        }
        if (filter.kind() != null) {
            sql.append(" AND t.kind = :kind");
        }
        if (!filter.search().isBlank()) {
            sql.append(" AND LOWER(a.company_name) LIKE :search");
        }
        sql.append(" ORDER BY ")
                .append(view.order)
                .append(" FETCH FIRST ")
                .append(LONGEST)
                .append(" ROWS ONLY");
        JdbcClient.StatementSpec query = jdbc.sql(sql.toString());
        if (view == View.MINE) {
            query = query.param("me", me.value()).param("idleSince", Timestamp.from(idleSince()));
        }
        if (filter.team() != null) {
            query = query.param("team", filter.team());
        }
        if (filter.kind() != null) {
            query = query.param("kind", filter.kind().name());
        }
        if (!filter.search().isBlank()) {
            query = query.param("search", "%" + filter.search().strip().toLowerCase(Locale.ROOT) + "%");
        }
        return query;
    }

    private Instant idleSince() {
        return clock.instant().minus(review.claimIdle());
    }

    private Row row(ResultSet row, int number) throws SQLException {
        Timestamp claimedAt = row.getTimestamp("claimed_at");
        Timestamp askedAt = row.getTimestamp("asked_at");
        Timestamp decidedAt = row.getTimestamp("decided_at");
        Timestamp closedAt = decidedAt == null ? row.getTimestamp("closed_at") : decidedAt;
        UUID claimer = row.getObject("claimed_by", UUID.class);
        boolean claimed =
                claimer != null && claimedAt != null && claimedAt.toInstant().isAfter(idleSince());
        return new Row(
                new TaskId(row.getObject("id", UUID.class)),
                new ApplicationId(row.getObject("application_id", UUID.class)),
                TaskKind.valueOf(row.getString("kind")),
                row.getString("title"),
                row.getString("about"),
                row.getString("company_name"),
                row.getString("team"),
                row.getInt("priority"),
                askedAt == null
                        ? row.getTimestamp("due_at").toInstant()
                        : askedAt.toInstant().plus(waits.information().giveUp()),
                row.getBoolean("answered"),
                claimed ? new AccountId(claimer) : null,
                claimed ? row.getString("claimer") : null,
                row.getString("decision"),
                row.getString("decided_by_name"),
                closedAt == null ? null : closedAt.toInstant(),
                row.getBoolean("undeliverable"));
    }
}
