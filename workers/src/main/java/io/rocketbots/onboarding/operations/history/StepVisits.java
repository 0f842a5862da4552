package io.rocketbots.onboarding.operations.history;

import io.rocketbots.onboarding.kernel.job.Outcome;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

/** Every time a worker did the work of a service task: one row each, in the transaction of that work. */
@Component
public class StepVisits {

    /** So long a step that should be taken at once may wait for a worker before somebody looks. */
    static final Duration PATIENCE = Duration.ofMinutes(5);

    /** Of one element in one process instance: enough to read, however long a loop turns. */
    private static final int KEPT = 20;

    private static final TypeReference<Map<String, @Nullable Object>> VARIABLES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;

    StepVisits(JdbcClient jdbc, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /**
     * One visit.
     *
     * @param startedAt when a worker took it up for the last time
     * @param error the modelled error it ended with; null when it was done
     * @param nth how often its instance had come by, this time included
     * @param total how long that took in all
     */
    public record Visit(
            String processId,
            int processVersion,
            long processInstanceKey,
            @Nullable UUID subject,
            String elementId,
            Instant startedAt,
            Instant endedAt,
            int tries,
            @Nullable String error,
            Map<String, @Nullable Object> variables,
            int nth,
            Duration total) {}

    /**
     * Begins the work of a step: of two who run the same job at the same time, the second waits here until the work of
     * the first is committed, and sees all that it wrote. One statement, since every step waits for it.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void begun(Step step) {
        jdbc.sql("""
                INSERT INTO step_visit (element_instance_key, process_id, process_version, process_instance_key,
                    application_id, subject_id, element_id, started_at, ended_at, tries, variables, nth, total_millis)
                SELECT :occasion, :process, :version, :instance,
                    CAST(:application AS uuid), CAST(:subject AS uuid), :element, CAST(:started AS timestamp with time zone),
                    CAST(:started AS timestamp with time zone), :tries, '{}',
                    COALESCE(MAX(nth), 0) + 1, COALESCE(MAX(total_millis), 0)
                FROM step_visit WHERE process_instance_key = :instance AND element_id = :element
                ON CONFLICT DO NOTHING
                """)
                .param("occasion", step.elementInstanceKey())
                .param("process", step.processId())
                .param("version", step.processVersion())
                .param("instance", step.processInstanceKey())
                .param("application", step.application())
                .param("subject", step.subject())
                .param("element", step.elementId())
                .param("started", Timestamp.from(step.startedAt()))
                .param("tries", step.tries())
                .update();
    }

    /**
     * Writes down how it ended. A job that runs twice leaves one row: with what it said last, since the engine gives out
     * again only what it has heard no answer to.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void ended(Step step, Outcome<?> outcome) {
        Instant now = clock.instant();
        jdbc.sql("""
                UPDATE step_visit SET started_at = :started, ended_at = :ended, tries = :tries,
                    error = CAST(:error AS varchar), variables = :variables, look_at = :look,
                    total_millis = total_millis + :millis
                WHERE element_instance_key = :occasion
                """)
                .param("occasion", step.elementInstanceKey())
                .param("started", Timestamp.from(step.startedAt()))
                .param("ended", Timestamp.from(now))
                .param("tries", step.tries())
                .param("error", outcome instanceof Outcome.Refused<?>(var error) ? error.name() : null)
                .param("variables", json.writeValueAsString(variables(step, outcome)))
                .param("look", Timestamp.from(now.plus(PATIENCE)))
                .param(
                        "millis",
                        Math.max(0, Duration.between(step.startedAt(), now).toMillis()))
                .update();
    }

    private Map<String, @Nullable Object> variables(Step step, Outcome<?> outcome) {
        Map<String, @Nullable Object> variables = new HashMap<>(step.known());
        if (outcome instanceof Outcome.Done<?>(var output)) {
            variables.putAll(json.convertValue(output, VARIABLES));
        }
        return variables;
    }

    /**
     * The version of its model on which that instance runs; empty when none of its steps was done. The highest one, since
     * a step that was in hand during a move still says where it came from.
     */
    public Optional<Integer> versionOf(long processInstanceKey) {
        return jdbc.sql("SELECT MAX(process_version) FROM step_visit WHERE process_instance_key = :instance")
                .param("instance", processInstanceKey)
                .query(Integer.class)
                .optional();
    }

    /** The instance was moved to that version of its model, and what it did before counts as done on that one. */
    @Transactional
    public void moved(long processInstanceKey, int version) {
        jdbc.sql("UPDATE step_visit SET process_version = :version WHERE process_instance_key = :instance")
                .param("version", version)
                .param("instance", processInstanceKey)
                .update();
    }

    /** Of all process instances that know that application or are about one of these, in the order they ended. */
    List<Visit> of(@Nullable UUID application, Collection<UUID> subjects) {
        return jdbc.sql("""
                SELECT * FROM step_visit WHERE application_id = CAST(:application AS uuid) OR subject_id IN (:subjects)
                ORDER BY ended_at, element_instance_key
                """)
                .param("application", application)
                // An empty list is no SQL.
                .param("subjects", subjects.isEmpty() ? List.of(new UUID(0, 0)) : subjects)
                .query(this::visit)
                .list();
    }

    /** Removes the oldest rows of elements that were passed very often; the newer ones have counted them. */
    @Transactional
    public int prune() {
        return jdbc.sql("""
                DELETE FROM step_visit WHERE EXISTS (
                    SELECT 1 FROM step_visit newer
                    WHERE newer.process_instance_key = step_visit.process_instance_key
                      AND newer.element_id = step_visit.element_id AND newer.nth = step_visit.nth + :kept)
                """).param("kept", KEPT).update();
    }

    private Visit visit(ResultSet row, int number) throws SQLException {
        return new Visit(
                row.getString("process_id"),
                row.getInt("process_version"),
                row.getLong("process_instance_key"),
                row.getObject("subject_id", UUID.class),
                row.getString("element_id"),
                row.getTimestamp("started_at").toInstant(),
                row.getTimestamp("ended_at").toInstant(),
                row.getInt("tries"),
                row.getString("error"),
                json.readValue(row.getString("variables"), VARIABLES),
                row.getInt("nth"),
                Duration.ofMillis(row.getLong("total_millis")));
    }
}
