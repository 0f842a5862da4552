package io.rocketbots.onboarding.admission.task;

import io.rocketbots.onboarding.admission.application.Application;
import io.rocketbots.onboarding.admission.application.ApplicationState;
import io.rocketbots.onboarding.admission.application.Applications;
import io.rocketbots.onboarding.admission.task.TasklistAnswers.TasklistAnswer;
import io.rocketbots.onboarding.kernel.id.AccountId;
import io.rocketbots.onboarding.kernel.id.ApplicationId;
import io.rocketbots.onboarding.kernel.id.TaskId;
import io.rocketbots.onboarding.kernel.outbox.Outbox;
import io.rocketbots.onboarding.process.TaskKind;
import io.rocketbots.onboarding.process.Variables.DecisionRecorded;
import io.rocketbots.onboarding.process.Variables.TaskAnswer;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where both doors meet: says which decision counts, records it, closes the task and tells whoever lost. While the
 * console's message is still held back, Tasklist was first; once it has gone out, the console was. A task that was
 * closed before takes no decision any more.
 */
@Component
public class SettleDecision {

    private static final String NOBODY_KNOWN = "Unknown";

    private final Tasks tasks;
    private final TaskDecisions decisions;
    private final Applications applications;
    private final TasklistAnswers tasklist;
    private final DecisionRules rules;
    private final DecisionNotices notices;
    private final Outbox outbox;
    private final Clock clock;

    SettleDecision(
            Tasks tasks,
            TaskDecisions decisions,
            Applications applications,
            TasklistAnswers tasklist,
            DecisionRules rules,
            DecisionNotices notices,
            Outbox outbox,
            Clock clock) {
        this.tasks = tasks;
        this.decisions = decisions;
        this.applications = applications;
        this.tasklist = tasklist;
        this.rules = rules;
        this.notices = notices;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Settles the task; a second time it says the same.
     *
     * @param answer what Tasklist brought; null when the console's message ended the user task
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public TaskDecision settle(TaskId id, @Nullable TaskAnswer answer) {
        Task task = tasks.lock(id);
        TaskDecision standing = decisions.findById(id).orElse(null);
        if (standing != null && standing.isRecorded() && (answer == null || !isAnnulled(task, standing))) {
            return standing;
        }
        Application application = applications.get(task.applicationId());
        TasklistAnswer answered = answer == null ? null : tasklist.read(task, application, answer);
        TaskDecision settled = decisions.save(decision(task, standing, answered));
        if (task.isOpen()) {
            tasks.save(task.complete(clock.instant()));
        }
        if (!settled.isVoid()) {
            notices.settled(task, settled);
            carryOut(task, application, settled);
        }
        return settled;
    }

    /**
     * Takes a recorded decision back that turns out impossible when it is carried out, so that the task opens again; a
     * second time it changes nothing.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void revoke(TaskId id, String why) {
        Task task = tasks.lock(id);
        TaskDecision standing = decisions.get(id);
        if (!standing.isVoid()) {
            decisions.save(revoked(task, standing, why));
        }
    }

    /**
     * Closes the tasks of those kinds, or of all kinds when none is named, that a case has no use for any more, and takes back
     * what was decided on them and the process has not recorded. If the engine has been told, {@link #settle} says so to
     * whatever it does about it.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void close(ApplicationId application, TaskKind... kinds) {
        Set<TaskKind> needless = Set.of(kinds.length == 0 ? TaskKind.values() : kinds);
        close(application, task -> needless.contains(task.kind()));
    }

    /** The same for the call about activation, branding or domain that has become needless. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void closeCall(ApplicationId application, String about) {
        close(application, task -> task.kind() == TaskKind.CALL && about.equals(task.about()));
    }

    private void close(ApplicationId application, Predicate<Task> needless) {
        tasks.findByApplicationIdOrderByOpenedAt(application).stream()
                .filter(needless)
                .filter(task -> task.isOpen() || isPending(task))
                .forEach(task -> close(task.id()));
    }

    /** The same for one task. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void close(TaskId id) {
        Task task = tasks.lock(id);
        Task closed = task.isOpen() ? tasks.save(task.cancel(clock.instant())) : task;
        if (closed.state() == TaskState.CANCELLED) {
            decisions
                    .findById(id)
                    .filter(standing -> !standing.isRecorded())
                    .ifPresent(standing -> decisions.save(annul(task, standing)));
        }
    }

    private boolean isPending(Task task) {
        return decisions
                .findById(task.id())
                .filter(standing -> !standing.isRecorded())
                .isPresent();
    }

    /** What the console decided is void since the task was closed, and whoever decides in Tasklist has not been told. */
    private static boolean isAnnulled(Task task, TaskDecision standing) {
        return task.state() == TaskState.CANCELLED && standing.isVoid() && standing.door() == TaskDecision.Door.CONSOLE;
    }

    private TaskDecision annul(Task task, TaskDecision standing) {
        takeBack(standing);
        notices.needless(task, standing.decidedBy(), standing.decidedByName(), standing.decision());
        return standing.revoke();
    }

    private TaskDecision decision(Task task, @Nullable TaskDecision standing, @Nullable TasklistAnswer answered) {
        if (task.state() == TaskState.CANCELLED) {
            return needless(task, standing, answered);
        }
        return answered == null ? fromConsole(task, standing) : fromTasklist(task, standing, answered);
    }

    /** What it was about has been done, or the case has ended; the engine hears of that after this decision. */
    private TaskDecision needless(Task task, @Nullable TaskDecision standing, @Nullable TasklistAnswer answered) {
        TaskDecision late = answered == null ? reopened(task, null, NOBODY_KNOWN) : lateFromTasklist(task, answered);
        if (standing == null) {
            return late;
        }
        TaskDecision annulled = standing.isRecorded() ? standing : annul(task, standing);
        return answered == null ? annulled : annulled.replaceBy(late);
    }

    private TaskDecision lateFromTasklist(Task task, TasklistAnswer answered) {
        Decider by = answered.by();
        if (by == null) {
            return reopened(task, null, NOBODY_KNOWN);
        }
        notices.needless(task, by.id(), by.name(), answered.decision());
        return reopened(task, by.id(), by.name());
    }

    private TaskDecision fromConsole(Task task, @Nullable TaskDecision standing) {
        // Without a row the message was published by hand, and nobody stands for the decision.
        return standing == null ? reopen(task, "no decision stands behind the message") : recorded(task, standing);
    }

    /** Much may have happened since it was decided in the console. */
    private TaskDecision recorded(Task task, TaskDecision standing) {
        return rules.obstacle(task, standing.decision())
                .map(why -> revoked(task, standing, why))
                .orElseGet(standing::record);
    }

    private TaskDecision revoked(Task task, TaskDecision standing, String why) {
        notices.revoked(task, standing, why);
        return standing.revoke();
    }

    private TaskDecision fromTasklist(Task task, @Nullable TaskDecision standing, TasklistAnswer answered) {
        Decider by = answered.by();
        if (by == null || answered.voidBecause() != null) {
            String why = answered.voidBecause() == null ? "" : answered.voidBecause();
            if (standing == null) {
                return reopen(task, why);
            }
            takeBack(standing);
            return recorded(task, standing);
        }
        TaskDecision late = TaskDecision.inTasklist(
                task.id(), answered.decision(), answered.fields(), by.id(), by.name(), clock.instant());
        if (standing == null) {
            return late;
        }
        if (takeBack(standing)) {
            notices.overtaken(task, standing.decidedBy(), standing.decision(), late);
            return standing.replaceBy(late);
        }
        notices.overtaken(task, by.id(), late.decision(), standing);
        return recorded(task, standing);
    }

    private boolean takeBack(TaskDecision standing) {
        return standing.outboxId() != null && outbox.takeBack(standing.outboxId());
    }

    private TaskDecision reopen(Task task, String why) {
        notices.reopened(task, why);
        return reopened(task, null, NOBODY_KNOWN);
    }

    private TaskDecision reopened(Task task, @Nullable AccountId by, String byName) {
        return TaskDecision.inTasklist(task.id(), DecisionRecorded.REOPEN, Map.of(), by, byName, clock.instant());
    }

    private void carryOut(Task task, Application application, TaskDecision settled) {
        boolean approved = task.kind() == TaskKind.REVIEW && settled.decision().equals(TaskForms.APPROVE);
        if (approved && application.state() == ApplicationState.UNDER_REVIEW) {
            // The applicant reads of it once the account is there: until then it may still be rejected.
            applications.save(application.approve());
        }
    }
}
