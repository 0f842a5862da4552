package io.rocketbots.onboarding.admission.task;

import io.rocketbots.onboarding.admission.application.ReviewTerms;
import io.rocketbots.onboarding.kernel.id.AccountId;
import io.rocketbots.onboarding.kernel.id.TaskId;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives a claimed task back. */
@Component
public class ReleaseTask {

    private final Tasks tasks;
    private final ReviewTerms terms;
    private final Clock clock;

    ReleaseTask(Tasks tasks, ReviewTerms terms, Clock clock) {
        this.tasks = tasks;
        this.terms = terms;
        this.clock = clock;
    }

    /**
     * Releases the task.
     *
     * @param lead team leads may release what somebody else has claimed
     */
    @Transactional
    public void release(TaskId id, AccountId by, boolean lead) {
        Task task = tasks.lock(id);
        Optional<AccountId> holder = task.claimedBy(clock.instant(), terms.claimIdle());
        if (!lead && holder.isPresent() && !holder.get().equals(by)) {
            throw new Task.ClaimedAlready(task, holder.get());
        }
        tasks.save(task.release());
    }
}
