package io.rocketbots.onboarding.admission.task;

import io.rocketbots.onboarding.kernel.id.TaskId;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.ListCrudRepository;
import org.springframework.transaction.annotation.Transactional;

/** All comments on tasks. */
@Transactional(readOnly = true)
public interface TaskComments extends ListCrudRepository<TaskComment, UUID> {

    /** The comments on those tasks, oldest first. */
    List<TaskComment> findByTaskIdInOrderByWrittenAt(Collection<TaskId> tasks);
}
