package io.rocketbots.onboarding.admission.task;

import io.rocketbots.onboarding.kernel.id.TaskId;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Notes something about a task, for the team. */
@Component
public class AddComment {

    private final Tasks tasks;
    private final TaskComments comments;
    private final Clock clock;

    AddComment(Tasks tasks, TaskComments comments, Clock clock) {
        this.tasks = tasks;
        this.comments = comments;
        this.clock = clock;
    }

    @Transactional
    public void add(TaskId task, Decider author, String text) {
        comments.save(TaskComment.write(tasks.get(task).id(), author, text, clock.instant()));
    }
}
