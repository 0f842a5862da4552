package io.rocketbots.onboarding.local.sample;

import io.rocketbots.onboarding.admission.task.Task;
import io.rocketbots.onboarding.admission.task.TaskDecisions;
import io.rocketbots.onboarding.admission.task.Tasks;
import io.rocketbots.onboarding.process.TaskKind;
import java.util.UUID;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Finds the tasks of sample cases as they come up. */
@Component
@Profile("local")
class SampleTasks {

    private final Tasks tasks;
    private final TaskDecisions decisions;
    private final Patience patience;

    SampleTasks(Tasks tasks, TaskDecisions decisions, Patience patience) {
        this.tasks = tasks;
        this.decisions = decisions;
        this.patience = patience;
    }

    /** The first task of that kind about it, as soon as there is one. */
    Task await(TaskKind kind, UUID about) {
        return await(kind, about, 1);
    }

    /** The task of that round, as soon as there is one. */
    Task await(TaskKind kind, UUID about, int round) {
        return patience.await(
                "the task \"" + Task.titleOf(kind) + "\" about " + about,
                () -> tasks.findByKindAndBusinessIdAndRound(kind, about, round));
    }

    /** Whether it is still to be decided. */
    boolean isOpen(Task task) {
        return task.isOpen() && !decisions.existsById(task.id());
    }
}
