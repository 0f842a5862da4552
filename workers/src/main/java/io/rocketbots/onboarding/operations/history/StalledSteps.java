package io.rocketbots.onboarding.operations.history;

import io.rocketbots.onboarding.kernel.id.ApplicationId;
import io.rocketbots.onboarding.operations.history.CaseHistories.Followed;
import io.rocketbots.onboarding.process.ProcessId;
import io.rocketbots.onboarding.process.history.InstanceHistory.ActiveElement;
import io.rocketbots.onboarding.process.history.ProcessGraph;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Notices steps that a worker should have taken minutes ago: because none is running, or an old one, or it dies each
 * time. Looks only at cases where something was done, due or sent since it last looked, and at those of which it knows
 * that something is wrong, so that waiting cases cost nothing.
 */
@Component
public class StalledSteps {

    private static final Logger log = LoggerFactory.getLogger(StalledSteps.class);

    /** So far back it looks at messages after a start. */
    private static final Duration FIRST_LOOK = Duration.ofHours(6);

    /** So long a look may take over what is due, and so long again over what was sent; the next one goes on from there. */
    private static final Duration TURN = Duration.ofSeconds(20);

    private static final int SOME = 200;

    private final JdbcClient jdbc;
    private final CaseHistories histories;
    private final Incidents incidents;
    private final Subjects subjects;
    private final TransactionOperations transaction;
    private final Clock clock;
    private final Lock looking = new ReentrantLock();
    private final SequencedSet<UUID> afterMessages = new LinkedHashSet<>();
    private @Nullable Instant lookedUpTo;

    StalledSteps(
            JdbcClient jdbc,
            CaseHistories histories,
            Incidents incidents,
            Subjects subjects,
            TransactionOperations transaction,
            Clock clock) {
        this.jdbc = jdbc;
        this.histories = histories;
        this.incidents = incidents;
        this.subjects = subjects;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * A step that nobody takes.
     *
     * @param processInstanceKey null when not even the first step of its process was taken
     * @param since when it should have been taken
     */
    public record Stalled(
            ProcessId process,
            @Nullable Long processInstanceKey,
            @Nullable ApplicationId application,
            UUID subject,
            String elementId,
            Instant since) {

        /** What the step is called in the diagram. */
        public String step() {
            return node().map(ProcessGraph.FlowNode::name).orElse(elementId);
        }

        /** The kind of job that no worker takes. */
        public String jobType() {
            return node().map(ProcessGraph.FlowNode::jobType).orElse("");
        }

        /** What does not happen meanwhile. */
        public String meaning() {
            return StepWords.meanwhile(
                    node().map(ProcessGraph.FlowNode::jobType).orElse(null));
        }

        /** Names its process instance in an address. */
        public String instance() {
            return CaseHistories.idOf(processInstanceKey, process, subject);
        }

        private Optional<ProcessGraph.FlowNode> node() {
            return ProcessGraph.of(process).node(elementId);
        }
    }

    private record Around(
            @Nullable UUID application, @Nullable UUID subject) {

        @Override
        public String toString() {
            return application == null ? "The instance that is about " + subject : "The case " + application;
        }
    }

    /** All that are known, the oldest first. */
    public List<Stalled> all() {
        return jdbc.sql("SELECT * FROM stalled_step ORDER BY since, id")
                .query(StalledSteps::stalled)
                .list();
    }

    /** How many are known. */
    public int count() {
        return jdbc.sql("SELECT COUNT(*) FROM stalled_step")
                .query(Integer.class)
                .single();
    }

    /**
     * Looks where something was done, due or sent; each case stands for itself. Of two looks at the same time, the second
     * leaves it to the first.
     */
    public void look() {
        if (!looking.tryLock()) {
            return;
        }
        try {
            Instant now = clock.instant();
            lookAtDue(now);
            known().forEach(around -> isLookedAt(around, now));
            lookAfterMessages(now);
        } finally {
            looking.unlock();
        }
    }

    private void lookAtDue(Instant now) {
        Instant end = clock.instant().plus(TURN);
        for (List<Around> some = due(now); !some.isEmpty(); some = due(now)) {
            for (Around around : some) {
                isLookedAt(around, now);
                putOffTheRest(around, now);
                if (clock.instant().isAfter(end)) {
                    return;
                }
            }
        }
    }

    /** Those that have waited longest; a case stands there once, whatever its instances are about. */
    private List<Around> due(Instant now) {
        return jdbc.sql("""
                SELECT application_id, subject_id FROM (
                    SELECT application_id, CASE WHEN application_id IS NULL THEN subject_id END AS subject_id, look_at
                    FROM step_visit WHERE look_at <= :now) due
                GROUP BY application_id, subject_id ORDER BY MIN(look_at) FETCH FIRST :some ROWS ONLY
                """)
                .param("now", Timestamp.from(now))
                .param("some", SOME)
                .query(StalledSteps::around)
                .list();
    }

    /** What could not be looked at, or only by a newer release, does not hinder the others. */
    private void putOffTheRest(Around around, Instant now) {
        jdbc.sql("""
                UPDATE step_visit SET look_at = :later
                WHERE look_at <= :now AND application_id IS NOT DISTINCT FROM CAST(:application AS uuid)
                  AND (application_id IS NOT NULL OR subject_id IS NOT DISTINCT FROM CAST(:subject AS uuid))
                """)
                .param("later", Timestamp.from(now.plus(StepVisits.PATIENCE)))
                .param("now", Timestamp.from(now))
                .param("application", around.application())
                .param("subject", around.subject())
                .update();
    }

    /** The newest of those that may be over by now; the others come up when they are due. */
    private List<Around> known() {
        return jdbc.sql("""
                SELECT application_id, subject_id FROM (
                    SELECT application_id, subject_id, since FROM stalled_step
                    UNION ALL SELECT application_id, subject_id, failed_at FROM step_incident WHERE closed_at IS NULL) known
                GROUP BY application_id, subject_id ORDER BY MAX(since) DESC FETCH FIRST :some ROWS ONLY
                """).param("some", SOME).query(StalledSteps::around).list();
    }

    /** What is not looked at for want of time, or since it fails, is kept for the next look. */
    private void lookAfterMessages(Instant now) {
        Instant end = clock.instant().plus(TURN);
        afterMessages.addAll(sentAbout(now));
        lookedUpTo = now.minus(StepVisits.PATIENCE);
        for (UUID about : List.copyOf(afterMessages)) {
            if (isLookedAt(aroundOf(about), now)) {
                afterMessages.remove(about);
            } else {
                afterMessages.addLast(about);
            }
            if (clock.instant().isAfter(end)) {
                return;
            }
        }
    }

    private List<UUID> sentAbout(Instant now) {
        // A Retry goes out under the id of its incident.
        return jdbc.sql("""
                SELECT DISTINCT COALESCE(incident.subject_id, sent.aggregate_id)
                FROM outbox sent LEFT JOIN step_incident incident ON incident.id = sent.aggregate_id
                WHERE sent.sent_at > :from AND sent.sent_at <= :to
                """)
                .param("from", Timestamp.from(Objects.requireNonNullElse(lookedUpTo, now.minus(FIRST_LOOK))))
                .param("to", Timestamp.from(now.minus(StepVisits.PATIENCE)))
                .query(UUID.class)
                .list();
    }

    private Around aroundOf(UUID about) {
        return new Around(
                subjects.caseOf(about)
                        .map(ApplicationId::value)
                        .filter(about::equals)
                        .orElse(null),
                about);
    }

    private boolean isLookedAt(Around around, Instant now) {
        try {
            histories
                    .around(around.application(), around.subject())
                    .forEach(followed -> transaction.executeWithoutResult(status -> settle(followed, now)));
            return true;
        } catch (RuntimeException fault) {
            log.warn("{} could not be looked at; it is later.", around, fault);
            return false;
        }
    }

    private void settle(Followed followed, Instant now) {
        List<ActiveElement> overdue = followed.history().stepsDue().stream()
                .filter(step -> isOverdue(followed, step, now))
                .toList();
        overdue.forEach(step -> add(followed, step));
        forgetOthers(followed, overdue.stream().map(step -> step.node().id()).collect(Collectors.toSet()));
        if (followed.key() != null) {
            closeIncidents(followed, followed.key());
            lookAgain(followed, followed.key(), now);
        }
    }

    private boolean isOverdue(Followed followed, ActiveElement step, Instant now) {
        Instant overdue = now.minus(StepVisits.PATIENCE);
        if (step.since().isAfter(overdue)) {
            return false;
        }
        // An incident says more; and one that was let go a moment ago has its time again.
        return followed.key() == null
                || jdbc.sql("""
                        SELECT COUNT(*) FROM step_incident WHERE process_instance_key = :instance
                          AND element_id = :element AND (closed_at IS NULL OR closed_at > :overdue)
                        """)
                                .param("instance", followed.key())
                                .param("element", step.node().id())
                                .param("overdue", Timestamp.from(overdue))
                                .query(Integer.class)
                                .single()
                        == 0;
    }

    private void add(Followed followed, ActiveElement step) {
        int added = jdbc.sql("""
                INSERT INTO stalled_step (id, process_id, process_instance_key, application_id, subject_id, element_id,
                    since)
                VALUES (:id, :process, :instance, CAST(:application AS uuid), :subject, :element, :since)
                ON CONFLICT DO NOTHING
                """)
                .param("id", UUID.randomUUID())
                .param("process", followed.process().id())
                .param("instance", followed.key())
                .param(
                        "application",
                        subjects.caseOf(followed.subject())
                                .map(ApplicationId::value)
                                .orElse(null))
                .param("subject", followed.subject())
                .param("element", step.node().id())
                .param("since", Timestamp.from(step.since()))
                .update();
        if (added > 0) {
            log.error(
                    "Nobody has taken the step {} of {} since {}: see the ops page.",
                    step.node().jobType(),
                    followed.subject(),
                    step.since());
        }
    }

    private void forgetOthers(Followed followed, Set<String> stalled) {
        jdbc.sql("""
                DELETE FROM stalled_step WHERE process_id = :process AND subject_id = :subject
                  AND (process_instance_key IS NULL OR process_instance_key = :instance)
                  AND element_id NOT IN (:stalled)
                """)
                .param("process", followed.process().id())
                .param("subject", followed.subject())
                .param("instance", followed.key() == null ? 0L : followed.key())
                .param("stalled", stalled.isEmpty() ? Set.of("") : stalled)
                .update();
    }

    /** The case went on without the step, so there is nothing to try again. */
    private void closeIncidents(Followed followed, long key) {
        if (followed.history().whole()) {
            incidents.of(key).stream()
                    .filter(incident -> followed.history().active().stream()
                            .noneMatch(active -> active.node().id().equals(incident.elementId())))
                    .forEach(incident -> incidents.left(incident.id()));
        }
    }

    private void lookAgain(Followed followed, long key, Instant now) {
        jdbc.sql("UPDATE step_visit SET look_at = NULL WHERE process_instance_key = :instance AND look_at <= :now")
                .param("instance", key)
                .param("now", Timestamp.from(now))
                .update();
        nextLook(followed, now)
                .ifPresent(next -> jdbc.sql("""
                        UPDATE step_visit SET look_at = :next WHERE look_at IS NULL AND element_instance_key = (
                            SELECT MAX(newest.element_instance_key) FROM step_visit newest
                            WHERE newest.process_instance_key = :instance)
                        """)
                        .param("next", Timestamp.from(next))
                        .param("instance", key)
                        .update());
    }

    private static Optional<Instant> nextLook(Followed followed, Instant now) {
        if (!followed.history().stepsDue().isEmpty()) {
            return Optional.of(now.plusSeconds(50));
        }
        return followed.history().active().stream()
                .map(ActiveElement::dueAt)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .map(due -> due.plus(StepVisits.PATIENCE));
    }

    private static Around around(ResultSet row, int number) throws SQLException {
        return new Around(row.getObject("application_id", UUID.class), row.getObject("subject_id", UUID.class));
    }

    private static Stalled stalled(ResultSet row, int number) throws SQLException {
        String process = row.getString("process_id");
        long key = row.getLong("process_instance_key");
        return new Stalled(
                ProcessId.find(process)
                        .orElseThrow(() -> new IllegalStateException("There is no process " + process + ".")),
                row.wasNull() ? null : key,
                Optional.ofNullable(row.getObject("application_id", UUID.class))
                        .map(ApplicationId::new)
                        .orElse(null),
                row.getObject("subject_id", UUID.class),
                row.getString("element_id"),
                row.getTimestamp("since").toInstant());
    }
}
