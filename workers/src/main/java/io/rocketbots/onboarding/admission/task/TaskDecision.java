package io.rocketbots.onboarding.admission.task;

import io.rocketbots.onboarding.kernel.id.AccountId;
import io.rocketbots.onboarding.kernel.id.TaskId;
import io.rocketbots.onboarding.process.Variables.DecisionRecorded;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one decision of a task, with what was filled into its form. From the console it is pending until the process has
 * recorded it; while its message is still held back it can be taken back.
 *
 * @param decision an option of the form, or {@code reopen} when it is void and the task opens again
 * @param fields the other fields of the form, as JSON; see {@link #field}
 * @param decidedBy null when nobody has the staff code that was given
 * @param outboxId the message that tells the engine
 */
public record TaskDecision(
        @Id TaskId taskId,
        @Version int version,
        Door door,
        String decision,
        String fields,
        @Nullable AccountId decidedBy,
        String decidedByName,
        Instant decidedAt,
        State state,
        @Nullable UUID outboxId) {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, String>> FIELDS = new TypeReference<>() {};

    /** The two ways to decide. */
    public enum Door {
        CONSOLE("console"),
        TASKLIST("tasklist");

        private final String id;

        Door(String id) {
            this.id = id;
        }

        /** As it stands in the variable {@code door}. */
        public String id() {
            return id;
        }
    }

    /** Whether the process knows of it. */
    public enum State {
        PENDING,
        RECORDED
    }

    static TaskDecision inConsole(
            TaskId task, String decision, Map<String, String> fields, Decider by, Instant now, UUID outboxId) {
        return new TaskDecision(
                task, 0, Door.CONSOLE, decision, json(fields), by.id(), by.name(), now, State.PENDING, outboxId);
    }

    /** What Tasklist brought; it counts at once. */
    public static TaskDecision inTasklist(
            TaskId task,
            String decision,
            Map<String, String> fields,
            @Nullable AccountId by,
            String byName,
            Instant now) {
        return new TaskDecision(task, 0, Door.TASKLIST, decision, json(fields), by, byName, now, State.RECORDED, null);
    }

    public boolean isRecorded() {
        return state == State.RECORDED;
    }

    /** It counts no more, and the task opens again if the process still asks for one. */
    public boolean isVoid() {
        return decision.equals(DecisionRecorded.REOPEN);
    }

    /** What stands in that field of the form. */
    public Optional<String> field(String key) {
        return Optional.ofNullable(allFields().get(key));
    }

    /** All fields but the decision itself. */
    public Map<String, String> allFields() {
        return JSON.readValue(fields, FIELDS);
    }

    /** The process knows of it. */
    public TaskDecision record() {
        return new TaskDecision(
                taskId, version, door, decision, fields, decidedBy, decidedByName, decidedAt, State.RECORDED, outboxId);
    }

    /** It cannot be carried out; the process asks for another one. */
    public TaskDecision revoke() {
        return new TaskDecision(
                taskId,
                version,
                door,
                DecisionRecorded.REOPEN,
                fields,
                decidedBy,
                decidedByName,
                decidedAt,
                State.RECORDED,
                outboxId);
    }

    /** Tasklist was faster than this pending one, or this one is void. */
    public TaskDecision replaceBy(TaskDecision other) {
        if (isRecorded() && !isVoid()) {
            throw new IllegalStateException("The decision on task " + taskId.value() + " is recorded and stays.");
        }
        return new TaskDecision(
                taskId,
                version,
                other.door,
                other.decision,
                other.fields,
                other.decidedBy,
                other.decidedByName,
                other.decidedAt,
                State.RECORDED,
                null);
    }

    private static String json(Map<String, String> fields) {
        return Objects.requireNonNull(JSON.writeValueAsString(fields));
    }
}
