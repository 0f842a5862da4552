package io.rocketbots.onboarding.admission.task;

import io.rocketbots.onboarding.kernel.id.ApplicationId;
import io.rocketbots.onboarding.kernel.id.TaskId;
import io.rocketbots.onboarding.process.TaskKind;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.relational.core.sql.LockMode;
import org.springframework.data.relational.repository.Lock;
import org.springframework.data.repository.ListCrudRepository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** All tasks of the team. */
@Transactional(readOnly = true)
public interface Tasks extends ListCrudRepository<Task, TaskId> {

    Optional<Task> findByKindAndBusinessIdAndElementInstanceKey(
            TaskKind kind, UUID businessId, long elementInstanceKey);

    /** The newest round of that work. */
    Optional<Task> findFirstByKindAndBusinessIdOrderByRoundDesc(TaskKind kind, UUID businessId);

    Optional<Task> findByKindAndBusinessIdAndRound(TaskKind kind, UUID businessId, int round);

    List<Task> findByApplicationIdOrderByOpenedAt(ApplicationId application);

    /** Locks the row until the end of the transaction: whoever decides, records or takes back goes through here. */
    @Lock(LockMode.PESSIMISTIC_WRITE)
    @Transactional(propagation = Propagation.MANDATORY)
    Optional<Task> findWithLockById(TaskId id);

    /** The task with that id, which the caller knows to exist. */
    default Task get(TaskId id) {
        return known(findById(id).orElse(null), id);
    }

    /** The same, locked. */
    @Transactional(propagation = Propagation.MANDATORY)
    default Task lock(TaskId id) {
        return known(findWithLockById(id).orElse(null), id);
    }

    private static Task known(@Nullable Task task, TaskId id) {
        if (task == null) {
            throw new IllegalArgumentException("There is no task " + id.value() + ".");
        }
        return task;
    }
}
