package io.rocketbots.onboarding.task;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.ListCrudRepository;

/** All comments on tasks. */
public interface TaskComments extends ListCrudRepository<TaskComment, UUID> {

    /** The comments on those tasks, oldest first. */
    List<TaskComment> findByTaskIdInOrderByWrittenAt(Collection<TaskId> tasks);
}
