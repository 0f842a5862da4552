package io.rocketbots.onboarding.admission.task;

import io.rocketbots.onboarding.kernel.id.TaskId;
import org.springframework.data.repository.ListCrudRepository;
import org.springframework.transaction.annotation.Transactional;

/** All decisions, at most one a task. */
@Transactional(readOnly = true)
public interface TaskDecisions extends ListCrudRepository<TaskDecision, TaskId> {

    /** The decision on that task, which the caller knows to exist. */
    default TaskDecision get(TaskId task) {
        return findById(task)
                .orElseThrow(() -> new IllegalArgumentException("Task " + task.value() + " is not decided."));
    }
}
