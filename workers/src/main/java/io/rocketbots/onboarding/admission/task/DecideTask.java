package io.rocketbots.onboarding.admission.task;

import io.rocketbots.onboarding.admission.application.Application;
import io.rocketbots.onboarding.admission.application.ApplicationState;
import io.rocketbots.onboarding.admission.application.Applications;
import io.rocketbots.onboarding.admission.application.ReviewTerms;
import io.rocketbots.onboarding.kernel.id.TaskId;
import io.rocketbots.onboarding.kernel.outbox.Outbox;
import io.rocketbots.onboarding.process.TaskKind;
import io.rocketbots.onboarding.process.Variables.Nothing;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The console's door: writes the decision at once and holds the message to the engine back, so that
 * {@link UndoDecision} can take both back. The first decision on a task stays.
 */
@Component
public class DecideTask {

    private final Tasks tasks;
    private final TaskDecisions decisions;
    private final Applications applications;
    private final Outbox outbox;
    private final ReviewTerms terms;
    private final DecisionRules rules;
    private final Clock clock;

    DecideTask(
            Tasks tasks,
            TaskDecisions decisions,
            Applications applications,
            Outbox outbox,
            ReviewTerms terms,
            DecisionRules rules,
            Clock clock) {
        this.tasks = tasks;
        this.decisions = decisions;
        this.applications = applications;
        this.outbox = outbox;
        this.terms = terms;
        this.rules = rules;
        this.clock = clock;
    }

    /** Somebody has decided this task before. */
    public static final class AlreadyDecided extends RuntimeException {
        private final TaskDecision decision;

        AlreadyDecided(TaskDecision decision) {
            super("Task %s was decided by %s at %s."
                    .formatted(decision.taskId().value(), decision.decidedByName(), decision.decidedAt()));
            this.decision = decision;
        }

        /** The decision that stands. */
        public TaskDecision decision() {
            return decision;
        }
    }

    /** The applicant works at the company of whoever wants to decide. */
    public static final class OwnCompany extends RuntimeException {
        OwnCompany(TaskId task) {
            super("Task %s is about an applicant of the decider's own company.".formatted(task.value()));
        }
    }

    /** Nobody can decide that, such as to link an account that belongs to another reseller. */
    public static final class Impossible extends RuntimeException {
        private final String why;

        Impossible(TaskId task, String why) {
            super("Task %s cannot be decided that way: %s.".formatted(task.value(), why));
            this.why = why;
        }

        /** The reason, as the end of a sentence. */
        public String why() {
            return why;
        }
    }

    /** Somebody else must decide that. */
    public static final class NotYours extends RuntimeException {
        private final String why;

        NotYours(TaskId task, String why) {
            super("Task %s cannot be decided by them: %s.".formatted(task.value(), why));
            this.why = why;
        }

        /** The reason, as the end of a sentence. */
        public String why() {
            return why;
        }
    }

    /**
     * Decides the task.
     *
     * @param decision an option of the form
     * @param fields the other fields of the form, checked
     */
    @Transactional
    public void decide(TaskId id, Decider by, String decision, Map<String, String> fields) {
        Task task = tasks.lock(id);
        decisions.findById(id).ifPresent(standing -> {
            throw new AlreadyDecided(standing);
        });
        Application application = applications.get(task.applicationId());
        if (!task.isOpen() || !isWanted(task.kind(), application.state())) {
            throw new Task.NotOpen(task);
        }
        if (by.isColleagueOf(application.contact())) {
            throw new OwnCompany(id);
        }
        rules.obstacle(task, decision).ifPresent(why -> {
            throw new Impossible(id, why);
        });
        rules.against(task, decision, by).ifPresent(why -> {
            throw new NotYours(id, why);
        });
        UUID message = outbox.put(
                task.kind().decidedMessage(),
                task.applicationId().value(),
                task.correlationKey(),
                new Nothing(),
                terms.undo());
        Instant now = clock.instant();
        decisions.save(TaskDecision.inConsole(id, decision, fields, by, now, message));
    }

    /** The case may be about to end while its tasks still stand in the list. */
    private static boolean isWanted(TaskKind kind, ApplicationState state) {
        return kind == TaskKind.REVIEW ? state == ApplicationState.UNDER_REVIEW : state != ApplicationState.CANCELLING;
    }
}
