package io.rocketbots.onboarding.admission.task;

import io.rocketbots.onboarding.kernel.id.AccountId;
import io.rocketbots.onboarding.kernel.id.ApplicationId;
import io.rocketbots.onboarding.kernel.id.TaskId;
import io.rocketbots.onboarding.process.TaskKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Embedded;

/**
 * One thing the team has to do and decide, as the task list shows it. The same work asked for again is another task, of
 * the next round.
 *
 * @param businessId what it is about: the application, reseller or domain
 * @param about what a call is about
 * @param elementInstanceKey the visit of the process that opened it
 * @param claim who is on it; see {@link #claimedBy}
 * @param answered the applicant has answered since the last round
 */
public record Task(
        @Id TaskId id,
        @Version int version,
        TaskKind kind,
        ApplicationId applicationId,
        UUID businessId,
        @Nullable String about,
        int round,
        String title,
        String team,
        int priority,
        TaskState state,
        Instant openedAt,
        @Embedded.Empty Schedule schedule,
        long processInstanceKey,
        long elementInstanceKey,
        @Embedded.Nullable @Nullable Claim claim,
        boolean answered,
        boolean overdue,
        @Nullable Instant closedAt) {

    /** By when it is due, when the team is reminded and when the lead is told. */
    public record Schedule(Instant dueAt, Instant remindAt, Instant escalateAt) {}

    /** Who is on it, and when they last were. */
    public record Claim(AccountId claimedBy, Instant claimedAt) {}

    /** The task is closed, so nothing can be done about it any more. */
    public static final class NotOpen extends RuntimeException {
        NotOpen(Task task) {
            super("Task %s is %s.".formatted(task.id().value(), task.state()));
        }
    }

    /** Somebody else is on it. */
    public static final class ClaimedAlready extends RuntimeException {
        private final AccountId by;

        ClaimedAlready(Task task, AccountId by) {
            super("Task %s is claimed by %s.".formatted(task.id().value(), by.value()));
            this.by = by;
        }

        public AccountId by() {
            return by;
        }
    }

    /** What is to be done, in the words of the model. */
    public static String titleOf(TaskKind kind) {
        return switch (kind) {
            case REVIEW -> "Review application";
            case DUPLICATE_ACCOUNT -> "Resolve duplicate account";
            case INTRODUCTION -> "Introduce yourself to the reseller";
            case CALL -> "Call the reseller";
            case DOMAIN_HELP -> "Help with the domain";
            case OFFBOARDING -> "Confirm offboarding";
        };
    }

    /** What the engine's message is correlated on when the console decides. */
    public String correlationKey() {
        return businessId + ":" + round;
    }

    public boolean isOpen() {
        return state == TaskState.OPEN;
    }

    /** Who is on it, unless they have not touched it for that long. */
    public Optional<AccountId> claimedBy(Instant now, Duration idle) {
        return Optional.ofNullable(claim)
                .filter(held -> held.claimedAt().plus(idle).isAfter(now))
                .map(Claim::claimedBy);
    }

    /** Somebody takes it on, or is seen at it again. */
    public Task claim(AccountId by, Instant now, Duration idle) {
        mustBeOpen();
        Optional<AccountId> other = claimedBy(now, idle).filter(holder -> !holder.equals(by));
        if (other.isPresent()) {
            throw new ClaimedAlready(this, other.get());
        }
        return with(state, new Claim(by, now), answered, overdue, closedAt);
    }

    public Task release() {
        mustBeOpen();
        return with(state, null, answered, overdue, closedAt);
    }

    /** The applicant has answered whoever asked, so it is theirs again. */
    public Task answerFor(@Nullable AccountId asker, Instant now) {
        return with(state, asker == null ? null : new Claim(asker, now), true, overdue, closedAt);
    }

    public Task missDeadline() {
        return with(state, claim, answered, true, closedAt);
    }

    /** It is decided; doing it twice changes nothing. */
    public Task complete(Instant now) {
        return state == TaskState.DONE ? this : become(TaskState.DONE, now);
    }

    /** The process went on without a decision; a closed task stays as it is. */
    public Task cancel(Instant now) {
        return isOpen() ? become(TaskState.CANCELLED, now) : this;
    }

    private Task become(TaskState next, Instant now) {
        if (!state.canBecome(next)) {
            throw new NotOpen(this);
        }
        return with(next, claim, answered, overdue, now);
    }

    private void mustBeOpen() {
        if (!isOpen()) {
            throw new NotOpen(this);
        }
    }

    private Task with(
            TaskState nextState,
            @Nullable Claim nextClaim,
            boolean nextAnswered,
            boolean nextOverdue,
            @Nullable Instant closed) {
        return new Task(
                id,
                version,
                kind,
                applicationId,
                businessId,
                about,
                round,
                title,
                team,
                priority,
                nextState,
                openedAt,
                schedule,
                processInstanceKey,
                elementInstanceKey,
                nextClaim,
                nextAnswered,
                nextOverdue,
                closed);
    }
}
