package io.rocketbots.onboarding.operations.history;

import io.rocketbots.onboarding.kernel.id.ApplicationId;
import io.rocketbots.onboarding.kernel.outbox.Outbox;
import io.rocketbots.onboarding.kernel.outbox.Outbox.StepToRetry;
import io.rocketbots.onboarding.kernel.timeline.Timeline;
import io.rocketbots.onboarding.process.ProcessId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The steps that have used up their tries. A step is no incident any more when it was done after all (somebody let it
 * be tried again in Operate, say), when Retry was taken by the engine, or when its case went on without it.
 */
@Component
public class Incidents {

    static final String OPEN = """
            SELECT * FROM step_incident i WHERE closed_at IS NULL
              AND NOT EXISTS (SELECT 1 FROM step_visit v WHERE v.element_instance_key = i.element_instance_key)
            """;

    private final JdbcClient jdbc;
    private final Subjects subjects;
    private final Outbox outbox;
    private final Timeline timeline;
    private final Clock clock;

    Incidents(JdbcClient jdbc, Subjects subjects, Outbox outbox, Timeline timeline, Clock clock) {
        this.jdbc = jdbc;
        this.subjects = subjects;
        this.outbox = outbox;
        this.timeline = timeline;
        this.clock = clock;
    }

    /** What became of a press on Retry. */
    public enum Retry {
        ASKED_FOR,
        /** Somebody else was faster. */
        ASKED_FOR_ALREADY,
        /** It is none any more. */
        OVER
    }

    /**
     * A step has failed for the last time: writes it down and tells the team in the case's timeline. The engine hears
     * of it afterwards; when the application is killed in between, the step is tried once more. A step may have been done
     * before, which the engine never heard; that does not count any more, and is written down anew once it is done again.
     */
    @Transactional
    public void stopped(Step step, RuntimeException fault) {
        String kind = fault.getClass().getSimpleName();
        ApplicationId application = Optional.ofNullable(step.application())
                .map(ApplicationId::new)
                .or(() -> subjects.caseOf(step.subject()))
                .orElse(null);
        jdbc.sql("DELETE FROM step_visit WHERE element_instance_key = :occasion")
                .param("occasion", step.elementInstanceKey())
                .update();
        Instant now = clock.instant();
        boolean again = jdbc.sql("""
                UPDATE step_incident SET fault = :fault, failed_at = :now, retry_requested_at = NULL,
                    retry_by_name = NULL, closed_at = NULL, closed_as = NULL
                WHERE element_instance_key = :occasion
                """)
                        .param("fault", kind)
                        .param("now", Timestamp.from(now))
                        .param("occasion", step.elementInstanceKey())
                        .update()
                > 0;
        if (!again) {
            jdbc.sql("""
                    INSERT INTO step_incident (id, element_instance_key, process_id, process_instance_key,
                        application_id, subject_id, element_id, fault, failed_at)
                    VALUES (:id, :occasion, :process, :instance, CAST(:application AS uuid), CAST(:subject AS uuid),
                        :element, :fault, :now)
                    ON CONFLICT DO NOTHING
                    """)
                    .param("id", UUID.randomUUID())
                    .param("occasion", step.elementInstanceKey())
                    .param("process", step.processId())
                    .param("instance", step.processInstanceKey())
                    .param("application", application == null ? null : application.value())
                    .param("subject", step.subject())
                    .param("element", step.elementId())
                    .param("fault", kind)
                    .param("now", Timestamp.from(now))
                    .update();
        }
        if (application != null) {
            ofOccasion(step.elementInstanceKey()).ifPresent(incident -> tell(application, incident));
        }
    }

    /** All that are open, the oldest first. */
    public List<Incident> open() {
        return jdbc.sql(OPEN + " ORDER BY failed_at, id")
                .query(Incidents::incident)
                .list();
    }

    /** Those of a process instance that are open. */
    public List<Incident> of(long processInstanceKey) {
        return jdbc.sql(OPEN + " AND process_instance_key = :instance ORDER BY failed_at, id")
                .param("instance", processInstanceKey)
                .query(Incidents::incident)
                .list();
    }

    /** Lets the step be tried again, by a message that goes out to the engine; twice is once. */
    @Transactional
    public Retry retry(UUID id, String byName) {
        Optional<Incident> found = find(id);
        if (found.isEmpty()) {
            return Retry.OVER;
        }
        int asked = jdbc.sql("""
                UPDATE step_incident SET retry_requested_at = :now, retry_by_name = :name
                WHERE id = :id AND closed_at IS NULL AND retry_requested_at IS NULL
                """)
                .param("now", Timestamp.from(clock.instant()))
                .param("name", byName)
                .param("id", id)
                .update();
        if (asked == 0) {
            return find(id).isPresent() ? Retry.ASKED_FOR_ALREADY : Retry.OVER;
        }
        Incident incident = found.get();
        outbox.retryStep(
                id,
                new StepToRetry(incident.processInstanceKey(), incident.elementId(), incident.elementInstanceKey()));
        if (incident.application() != null) {
            timeline.tellTeam(
                    incident.application(), byName, "Lets the step “%s” be tried again.".formatted(incident.step()));
        }
        return Retry.ASKED_FOR;
    }

    /** The engine gives the step out again, with all its tries. */
    @Transactional
    public void retried(UUID id) {
        close(id, "RETRIED");
    }

    /** The case is not at that step any more. */
    @Transactional
    public void left(UUID id) {
        close(id, "LEFT");
    }

    /** The engine would not have it, so it stays open and Retry can be pressed again. */
    @Transactional
    public void refused(UUID id) {
        jdbc.sql("""
                UPDATE step_incident SET retry_requested_at = NULL, retry_by_name = NULL
                WHERE id = :id AND closed_at IS NULL
                """).param("id", id).update();
        find(id).filter(incident -> incident.application() != null)
                .ifPresent(incident -> timeline.tellTeam(
                        Objects.requireNonNull(incident.application()),
                        Timeline.SYSTEM,
                        "The engine refused to try the step “%s” again; see the log.".formatted(incident.step())));
    }

    private void close(UUID id, String as) {
        jdbc.sql("UPDATE step_incident SET closed_at = :now, closed_as = :as WHERE id = :id AND closed_at IS NULL")
                .param("now", Timestamp.from(clock.instant()))
                .param("as", as)
                .param("id", id)
                .update();
    }

    private void tell(ApplicationId application, Incident incident) {
        timeline.tellTeam(
                application,
                Timeline.SYSTEM,
                "The step “%s” has failed and stands still. %s %s Operations can let it be tried again."
                        .formatted(incident.step(), incident.what(), incident.meaning()));
    }

    private Optional<Incident> find(UUID id) {
        return jdbc.sql(OPEN + " AND id = :id")
                .param("id", id)
                .query(Incidents::incident)
                .optional();
    }

    private Optional<Incident> ofOccasion(long elementInstanceKey) {
        return jdbc.sql(OPEN + " AND element_instance_key = :occasion")
                .param("occasion", elementInstanceKey)
                .query(Incidents::incident)
                .optional();
    }

    private static Incident incident(ResultSet row, int number) throws SQLException {
        String process = row.getString("process_id");
        return new Incident(
                row.getObject("id", UUID.class),
                ProcessId.find(process)
                        .orElseThrow(() -> new IllegalStateException("There is no process " + process + ".")),
                row.getLong("process_instance_key"),
                row.getLong("element_instance_key"),
                Optional.ofNullable(row.getObject("application_id", UUID.class))
                        .map(ApplicationId::new)
                        .orElse(null),
                row.getObject("subject_id", UUID.class),
                row.getString("element_id"),
                row.getString("fault"),
                row.getTimestamp("failed_at").toInstant(),
                instant(row.getTimestamp("retry_requested_at")),
                row.getString("retry_by_name"));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
