package io.rocketbots.onboarding.admission.task;

import io.rocketbots.onboarding.admission.task.Task.Schedule;
import io.rocketbots.onboarding.kernel.id.ApplicationId;
import io.rocketbots.onboarding.kernel.id.TaskId;
import io.rocketbots.onboarding.kernel.job.Job;
import io.rocketbots.onboarding.process.TaskKind;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes the rows of the task list: one each time the process comes by, however often the job is repeated. */
@Component
public class OpenTasks {

    /** Whose tasks they are when no review says otherwise. */
    private static final String USUAL_TEAM = "reviewers";

    private final Tasks tasks;
    private final SettleDecision settle;
    private final TaskTerms terms;
    private final Clock clock;

    OpenTasks(Tasks tasks, SettleDecision settle, TaskTerms terms, Clock clock) {
        this.tasks = tasks;
        this.settle = settle;
        this.terms = terms;
        this.clock = clock;
    }

    /** What a visit of the process opens. */
    public record Work(
            TaskKind kind,
            ApplicationId application,
            UUID businessId,
            @Nullable String about) {

        public static Work on(TaskKind kind, ApplicationId application) {
            return new Work(kind, application, application.value(), null);
        }
    }

    /** The row that this very job opened before. */
    public Optional<Task> openedBy(Work work, Job job) {
        return tasks.findByKindAndBusinessIdAndElementInstanceKey(
                work.kind(), work.businessId(), job.elementInstanceKey());
    }

    /** Opens the task for the team that reviewed the application, with the usual schedule. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Task open(Work work, Job job) {
        return open(work, terms.scheduleOf(work.kind(), clock.instant()), job);
    }

    /** Opens the task for the team that reviewed the application. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Task open(Work work, Schedule schedule, Job job) {
        Optional<Task> review = newest(TaskKind.REVIEW, work.application().value());
        return open(
                work,
                review.map(Task::team).orElse(USUAL_TEAM),
                review.map(Task::priority).orElse(0),
                schedule,
                job);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public Task open(Work work, String team, int priority, Schedule schedule, Job job) {
        Optional<Task> before = openedBy(work, job);
        if (before.isPresent()) {
            return before.get();
        }
        Instant now = clock.instant();
        int round = newest(work.kind(), work.businessId()).map(Task::round).orElse(0) + 1;
        return tasks.save(new Task(
                new TaskId(UUID.randomUUID()),
                0,
                work.kind(),
                work.application(),
                work.businessId(),
                work.about(),
                round,
                Task.titleOf(work.kind()),
                team,
                priority,
                TaskState.OPEN,
                now,
                schedule,
                job.processInstanceKey(),
                job.elementInstanceKey(),
                null,
                false,
                false,
                null));
    }

    /**
     * Closes a task that has become needless, mostly before anybody saw it: the message that ends the wait of the process is
     * on its way.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void closeAtOnce(Task task) {
        settle.close(task.id());
    }

    private Optional<Task> newest(TaskKind kind, UUID businessId) {
        return tasks.findFirstByKindAndBusinessIdOrderByRoundDesc(kind, businessId);
    }
}
