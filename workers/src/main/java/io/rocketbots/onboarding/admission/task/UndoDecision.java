package io.rocketbots.onboarding.admission.task;

import io.rocketbots.onboarding.kernel.id.AccountId;
import io.rocketbots.onboarding.kernel.id.TaskId;
import io.rocketbots.onboarding.kernel.outbox.Outbox;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes a decision made in the console back, as long as the engine has not been told. */
@Component
public class UndoDecision {

    private final Tasks tasks;
    private final TaskDecisions decisions;
    private final Outbox outbox;

    UndoDecision(Tasks tasks, TaskDecisions decisions, Outbox outbox) {
        this.tasks = tasks;
        this.decisions = decisions;
        this.outbox = outbox;
    }

    /** The decision that was taken back; empty when it is too late, or when it is somebody else's. */
    @Transactional
    public Optional<TaskDecision> undo(TaskId id, AccountId by) {
        tasks.lock(id);
        TaskDecision decision = decisions.findById(id).orElse(null);
        if (decision == null || decision.isRecorded() || !by.equals(decision.decidedBy())) {
            return Optional.empty();
        }
        UUID message = decision.outboxId();
        if (message == null || !outbox.takeBack(message)) {
            return Optional.empty();
        }
        decisions.delete(decision);
        return Optional.of(decision);
    }
}
