package io.rocketbots.onboarding.operations.history;

import io.rocketbots.onboarding.kernel.id.ApplicationId;
import io.rocketbots.onboarding.kernel.id.ResellerId;
import io.rocketbots.onboarding.operations.history.StepVisits.Visit;
import io.rocketbots.onboarding.process.MessageType;
import io.rocketbots.onboarding.process.MessageTypes;
import io.rocketbots.onboarding.process.ProcessId;
import io.rocketbots.onboarding.process.TaskKind;
import io.rocketbots.onboarding.process.history.CaseHistory;
import io.rocketbots.onboarding.process.history.Fact;
import io.rocketbots.onboarding.process.history.InstanceHistory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

/** Follows the process instances of a case from what is written down of them. */
@Component
public class CaseHistories {

    private static final TypeReference<Map<String, @Nullable Object>> VARIABLES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final StepVisits visits;
    private final Subjects subjects;
    private final Clock clock;

    CaseHistories(JdbcClient jdbc, ObjectMapper json, StepVisits visits, Subjects subjects, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.visits = visits;
        this.subjects = subjects;
        this.clock = clock;
    }

    /**
     * One process instance and where it stands.
     *
     * @param key the engine's key; null when not even the first step was taken, so that it is not known
     * @param about what tells it from others of its process: a domain, a Space, an address, the reason of a call
     * @param visits of its service tasks, the oldest first
     */
    public record Followed(
            @Nullable Long key,
            ProcessId process,
            int version,
            UUID subject,
            Optional<String> about,
            Instant startedAt,
            InstanceHistory history,
            List<Visit> visits) {

        /** Names it in an address. */
        public String id() {
            return idOf(key, process, subject);
        }

        /** Whether that is its name, or was before its key was known. */
        public boolean isNamed(String id) {
            return id.equals(id()) || id.equals(idOf(null, process, subject));
        }
    }

    private record Sent(Fact.MessageSent fact, String payload) {}

    /** An instance whose first step has failed, so that it has no visit. */
    private record FailedAtOnce(ProcessId process, long key, UUID subject, Instant at) {}

    static String idOf(@Nullable Long key, ProcessId process, UUID subject) {
        return key == null ? process.id() + "-" + subject : key.toString();
    }

    /** All instances of a case but those of Spaces and invitations, the oldest first. */
    public List<Followed> ofCase(ApplicationId application) {
        return follow(application.value(), subjects.ofCase(application));
    }

    /** Those of the newest Spaces and invitations of a reseller, so many of each. */
    public List<Followed> newestOf(ResellerId reseller, int most) {
        return follow(null, subjects.newestOf(reseller, most));
    }

    /** Those that are about the same as that one, a Space or an invitation, say; none when it is not of the case. */
    public List<Followed> like(String id, ApplicationId application) {
        return subjects.ofInstance(id)
                .filter(subject ->
                        subjects.caseOf(subject).filter(application::equals).isPresent())
                .map(subject -> follow(null, List.of(subject)))
                .orElseGet(List::of);
    }

    /** The instances around one that is about that: its case and itself. */
    List<Followed> around(@Nullable UUID application, @Nullable UUID subject) {
        return follow(
                application,
                Stream.concat(
                                Stream.ofNullable(application)
                                        .flatMap(id -> subjects.ofCase(new ApplicationId(id)).stream()),
                                Stream.ofNullable(subject))
                        .distinct()
                        .toList());
    }

    private List<Followed> follow(@Nullable UUID application, List<UUID> about) {
        Map<Long, List<Visit>> byInstance = new LinkedHashMap<>();
        visits.of(application, about)
                .forEach(visit -> byInstance
                        .computeIfAbsent(visit.processInstanceKey(), key -> new ArrayList<>())
                        .add(visit));
        List<Sent> sent = sent(about);
        List<Fact.MessageSent> messages = sent.stream().map(Sent::fact).toList();
        List<CaseHistory.Instance> instances = new ArrayList<>();
        Map<Long, List<Fact.StepStuck>> stuck = stuck(byInstance.keySet());
        byInstance.forEach((key, all) ->
                instance(key, all, stuck.getOrDefault(key, List.of())).ifPresent(instances::add));
        instances.addAll(knownByTasks(about, byInstance.keySet()));
        List<FailedAtOnce> failed = failedAtOnce(about, instances);
        instances.addAll(untaken(sent, instances, failed));
        instances.addAll(knownByIncidents(failed, instances));
        Map<Long, InstanceHistory> histories = CaseHistory.follow(instances, messages, clock.instant());
        return instances.stream()
                .map(instance -> followed(
                        instance,
                        byInstance.getOrDefault(instance.key(), List.of()),
                        Objects.requireNonNull(histories.get(instance.key()))))
                .sorted(Comparator.comparing(Followed::startedAt))
                .toList();
    }

    private Followed followed(CaseHistory.Instance instance, List<Visit> all, InstanceHistory history) {
        UUID subject = UUID.fromString(instance.subject());
        return new Followed(
                instance.key() < 0 ? null : instance.key(),
                instance.process(),
                all.isEmpty() ? 0 : all.getFirst().processVersion(),
                subject,
                Optional.ofNullable(history.variables().get("about"))
                        .map(Object::toString)
                        .or(() -> subjects.nameOf(subject)),
                instance.startedAt(),
                history,
                all);
    }

    private static Optional<CaseHistory.Instance> instance(long key, List<Visit> all, List<Fact.StepStuck> stuck) {
        Visit first = all.getFirst();
        UUID subject = first.subject();
        return ProcessId.find(first.processId())
                .filter(process -> subject != null)
                .map(process -> new CaseHistory.Instance(
                        key,
                        process,
                        String.valueOf(subject),
                        first.startedAt(),
                        first.variables(),
                        Stream.<Fact.OfStep>concat(
                                        all.stream()
                                                .map(visit -> new Fact.StepEnded(
                                                        visit.endedAt(),
                                                        visit.elementId(),
                                                        visit.error(),
                                                        visit.variables())),
                                        stuck.stream())
                                .toList()));
    }

    /** The open incidents of those instances. */
    private Map<Long, List<Fact.StepStuck>> stuck(Set<Long> instances) {
        Map<Long, List<Fact.StepStuck>> stuck = new HashMap<>();
        jdbc.sql(Incidents.OPEN + " AND process_instance_key IN (:instances) ORDER BY failed_at")
                // An empty list is no SQL.
                .param("instances", instances.isEmpty() ? Set.of(0L) : instances)
                .query((row, number) -> stuck.computeIfAbsent(
                                row.getLong("process_instance_key"), key -> new ArrayList<>())
                        .add(new Fact.StepStuck(
                                row.getTimestamp("failed_at").toInstant(), row.getString("element_id"))))
                .list();
        return stuck;
    }

    /** Instances from before visits were written down, of which at least the open tasks are known. */
    private List<CaseHistory.Instance> knownByTasks(List<UUID> about, Set<Long> known) {
        return jdbc
                .sql("SELECT * FROM task WHERE application_id IN (:about) AND state = 'OPEN' ORDER BY opened_at")
                .param("about", someOf(about))
                .query((row, number) -> {
                    CaseHistory.Opening opening = CaseHistory.openingOf(TaskKind.valueOf(row.getString("kind")));
                    Instant openedAt = row.getTimestamp("opened_at").toInstant();
                    return new CaseHistory.Instance(
                            row.getLong("process_instance_key"),
                            opening.process(),
                            row.getObject("business_id", UUID.class).toString(),
                            openedAt,
                            Collections.singletonMap("about", row.getString("about")),
                            List.of(new Fact.StepEnded(openedAt, opening.elementId(), null, Map.of())));
                })
                .list()
                .stream()
                .filter(instance -> !known.contains(instance.key()))
                .toList();
    }

    /** The newest first. One that was let go is still there until its first step is done. */
    private List<FailedAtOnce> failedAtOnce(List<UUID> about, List<CaseHistory.Instance> known) {
        return jdbc
                .sql("""
                SELECT process_id, process_instance_key, subject_id, element_id, MIN(failed_at) AS first_failed_at
                FROM step_incident
                WHERE subject_id IN (:about) AND (closed_as IS NULL OR closed_as <> 'LEFT')
                GROUP BY process_id, process_instance_key, subject_id, element_id
                ORDER BY first_failed_at DESC
                """)
                .param("about", someOf(about))
                .query((row, number) -> Map.entry(
                        row.getString("element_id"),
                        new FailedAtOnce(
                                ProcessId.find(row.getString("process_id")).orElseThrow(),
                                row.getLong("process_instance_key"),
                                row.getObject("subject_id", UUID.class),
                                row.getTimestamp("first_failed_at").toInstant())))
                .list()
                .stream()
                .filter(row ->
                        CaseHistory.firstStep(row.getValue().process()).id().equals(row.getKey()))
                .map(Map.Entry::getValue)
                .filter(failed -> known.stream().noneMatch(instance -> instance.key() == failed.key()))
                .toList();
    }

    /** Those that another process has called; what they were given is not known. */
    private static List<CaseHistory.Instance> knownByIncidents(
            List<FailedAtOnce> failed, List<CaseHistory.Instance> known) {
        return failed.stream()
                .filter(one -> known.stream().noneMatch(instance -> instance.key() == one.key()))
                .map(one -> new CaseHistory.Instance(
                        one.key(),
                        one.process(),
                        one.subject().toString(),
                        one.at(),
                        Map.of(one.process().subject(), one.subject().toString()),
                        List.of()))
                .toList();
    }

    /** Processes whose start has gone out, and of which no step has ended. */
    private List<CaseHistory.Instance> untaken(
            List<Sent> sent, List<CaseHistory.Instance> instances, List<FailedAtOnce> failed) {
        List<CaseHistory.Instance> untaken = new ArrayList<>();
        for (Sent message : sent) {
            for (ProcessId process : ProcessId.values()) {
                if (CaseHistory.startMessage(process)
                        .filter(message.fact().name()::equals)
                        .isPresent()) {
                    Map<String, @Nullable Object> variables = read(message.payload());
                    Object subject = variables.get(process.subject());
                    if (subject != null && !hasBegun(process, subject.toString(), instances)) {
                        long unknown = -1L - untaken.size();
                        untaken.add(new CaseHistory.Instance(
                                failed.stream()
                                        .filter(one -> one.process() == process
                                                && one.subject().toString().equals(subject))
                                        .findFirst()
                                        .map(FailedAtOnce::key)
                                        .orElse(unknown),
                                process,
                                subject.toString(),
                                message.fact().at(),
                                variables,
                                List.of()));
                    }
                }
            }
        }
        return untaken;
    }

    /** Also one that began before: a second start waits for the end of the first. */
    private static boolean hasBegun(ProcessId process, String subject, List<CaseHistory.Instance> instances) {
        return instances.stream()
                .anyMatch(instance ->
                        instance.process() == process && instance.subject().equals(subject));
    }

    private List<Sent> sent(List<UUID> about) {
        return jdbc.sql("""
                SELECT message_type, correlation_key, payload, sent_at FROM outbox
                WHERE aggregate_id IN (:about) AND sent_at IS NOT NULL ORDER BY sent_at, seq
                """)
                .param("about", someOf(about))
                .query((row, number) -> new Sent(
                        new Fact.MessageSent(
                                row.getTimestamp("sent_at").toInstant(),
                                row.getString("message_type"),
                                row.getString("correlation_key"),
                                timeToLive(row.getString("message_type"))),
                        row.getString("payload")))
                .list();
    }

    /** An empty list is no SQL. */
    private static List<UUID> someOf(List<UUID> ids) {
        return ids.isEmpty() ? List.of(new UUID(0, 0)) : ids;
    }

    private static Duration timeToLive(String type) {
        return MessageTypes.all().stream()
                .filter(known -> known.name().equals(type))
                .findFirst()
                .map(MessageType::timeToLive)
                .orElse(Duration.ZERO);
    }

    private Map<String, @Nullable Object> read(String payload) {
        return json.readValue(payload, VARIABLES);
    }
}
