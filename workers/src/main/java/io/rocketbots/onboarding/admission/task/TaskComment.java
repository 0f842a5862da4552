package io.rocketbots.onboarding.admission.task;

import io.rocketbots.onboarding.kernel.id.AccountId;
import io.rocketbots.onboarding.kernel.id.TaskId;
import java.time.Instant;
import java.util.UUID;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

/** What a team member noted about a task, for the team only. */
public record TaskComment(
        @Id UUID id,
        @Version int version,
        TaskId taskId,
        AccountId authorId,
        String authorName,
        String text,
        Instant writtenAt) {

    /** The longest comment. */
    public static final int MAX_LENGTH = 2000;

    static TaskComment write(TaskId task, Decider author, String text, Instant now) {
        return new TaskComment(UUID.randomUUID(), 0, task, author.id(), author.name(), text, now);
    }
}
