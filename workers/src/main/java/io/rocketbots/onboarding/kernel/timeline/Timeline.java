package io.rocketbots.onboarding.kernel.timeline;

import io.rocketbots.onboarding.kernel.id.ApplicationId;
import io.rocketbots.onboarding.kernel.naming.Supplier;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The milestones of a case, written in the transaction of the change they tell of. */
@Component
public class Timeline {

    /** The actor of what nobody did by hand. */
    public static final String SYSTEM = "The system";

    /** The actor of what the team did, where the applicant reads it. */
    public static final String TEAM = Supplier.NAME;

    private final JdbcClient jdbc;
    private final Clock clock;

    Timeline(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * One milestone.
     *
     * @param actor a person's name, {@link #SYSTEM} or {@link #TEAM}
     * @param shownToApplicant whether it also stands on the progress page, which needs no sign-in
     */
    public record Entry(Instant at, String actor, String text, boolean shownToApplicant) {}

    /** Tells the applicant and the team. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tellEverybody(ApplicationId application, String actor, String text) {
        add(application, actor, text, true);
    }

    /** Tells the team only. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tellTeam(ApplicationId application, String actor, String text) {
        add(application, actor, text, false);
    }

    /** All entries of a case, oldest first. */
    public List<Entry> of(ApplicationId application) {
        return jdbc.sql("SELECT * FROM timeline_entry WHERE application_id = :id ORDER BY seq")
                .param("id", application.value())
                .query(Timeline::entry)
                .list();
    }

    private void add(ApplicationId application, String actor, String text, boolean shownToApplicant) {
        jdbc.sql("""
                INSERT INTO timeline_entry (id, application_id, at, actor, text, shown_to_applicant)
                VALUES (:id, :application, :at, :actor, :text, :shown)
                """)
                .param("id", UUID.randomUUID())
                .param("application", application.value())
                .param("at", Timestamp.from(clock.instant()))
                .param("actor", actor)
                .param("text", text)
                .param("shown", shownToApplicant)
                .update();
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(
                row.getTimestamp("at").toInstant(),
                row.getString("actor"),
                row.getString("text"),
                row.getBoolean("shown_to_applicant"));
    }
}
