package io.rocketbots.onboarding.admission.task;

import io.rocketbots.onboarding.admission.application.ReviewTerms;
import io.rocketbots.onboarding.kernel.id.AccountId;
import io.rocketbots.onboarding.kernel.id.TaskId;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes a task on, so that others see who is at it. It keeps nobody from deciding. */
@Component
public class ClaimTask {

    private final Tasks tasks;
    private final ReviewTerms terms;
    private final Clock clock;

    ClaimTask(Tasks tasks, ReviewTerms terms, Clock clock) {
        this.tasks = tasks;
        this.terms = terms;
        this.clock = clock;
    }

    @Transactional
    public void claim(TaskId id, AccountId by) {
        Task task = tasks.lock(id);
        tasks.save(task.claim(by, clock.instant(), terms.claimIdle()));
    }

    /** Whoever holds the claim is seen at the task, so it is not idle; nothing happens for anybody else. */
    @Transactional
    public void keepAlive(TaskId id, AccountId by) {
        Task task = tasks.lock(id);
        boolean theirs = task.claimedBy(clock.instant(), terms.claimIdle())
                .filter(by::equals)
                .isPresent();
        if (task.isOpen() && theirs) {
            tasks.save(task.claim(by, clock.instant(), terms.claimIdle()));
        }
    }
}
