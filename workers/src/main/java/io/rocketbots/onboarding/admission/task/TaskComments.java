package io.rocketbots.onboarding.admission.task;

import io.rocketbots.onboarding.kernel.id.ApplicationId;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.ListCrudRepository;
import org.springframework.data.repository.query.Param;
import org.springframework.transaction.annotation.Transactional;

/** All comments on tasks. */
@Transactional(readOnly = true)
public interface TaskComments extends ListCrudRepository<TaskComment, UUID> {

    /** The comments on all tasks of a case, oldest first. */
    @Query("""
            SELECT task_comment.* FROM task_comment JOIN task ON task.id = task_comment.task_id
            WHERE task.application_id = :application ORDER BY task_comment.written_at
            """)
    List<TaskComment> ofCase(@Param("application") ApplicationId application);
}
