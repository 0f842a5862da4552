package io.rocketbots.onboarding.admission.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rocketbots.onboarding.admission.task.Task.ClaimedAlready;
import io.rocketbots.onboarding.admission.task.Task.NotOpen;
import io.rocketbots.onboarding.admission.task.Task.Schedule;
import io.rocketbots.onboarding.kernel.id.AccountId;
import io.rocketbots.onboarding.kernel.id.ApplicationId;
import io.rocketbots.onboarding.kernel.id.TaskId;
import io.rocketbots.onboarding.process.TaskKind;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TaskTest {

    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
    private static final Duration IDLE = Duration.ofHours(4);
    private static final AccountId RITA = new AccountId(UUID.randomUUID());
    private static final AccountId RON = new AccountId(UUID.randomUUID());

    private final Task open = openTask();

    @Test
    void somebodyTakesATaskOn() {
        Task claimed = open.claim(RITA, NINE, IDLE);

        assertThat(claimed.claimedBy(NINE, IDLE)).contains(RITA);
    }

    @Test
    void refusesAClaimOnWhatSomebodyElseIsOn() {
        Task claimed = open.claim(RITA, NINE, IDLE);

        assertThatThrownBy(() -> claimed.claim(RON, NINE.plusSeconds(60), IDLE))
                .isInstanceOfSatisfying(
                        ClaimedAlready.class,
                        refusal -> assertThat(refusal.by()).isEqualTo(RITA));
    }

    @Test
    void anIdleClaimIsReleased() {
        Task claimed = open.claim(RITA, NINE, IDLE);

        Task taken = claimed.claim(RON, NINE.plus(IDLE), IDLE);

        assertThat(taken.claimedBy(NINE.plus(IDLE), IDLE)).contains(RON);
    }

    @Test
    void activityKeepsAClaim() {
        Task claimed = open.claim(RITA, NINE, IDLE).claim(RITA, NINE.plus(Duration.ofHours(3)), IDLE);

        assertThat(claimed.claimedBy(NINE.plus(IDLE), IDLE)).contains(RITA);
    }

    @Test
    void aReleasedTaskIsNobodys() {
        assertThat(open.claim(RITA, NINE, IDLE).release().claimedBy(NINE, IDLE)).isEmpty();
    }

    @Test
    void completingTwiceChangesNothing() {
        Task done = open.complete(NINE);

        assertThat(done.state()).isEqualTo(TaskState.DONE);
        assertThat(done.complete(NINE.plusSeconds(1))).isSameAs(done);
    }

    @Test
    void cancellingLeavesADoneTaskDone() {
        Task done = open.complete(NINE);

        assertThat(open.cancel(NINE).state()).isEqualTo(TaskState.CANCELLED);
        assertThat(done.cancel(NINE)).isSameAs(done);
    }

    @Test
    void refusesEverythingOnceItIsCancelled() {
        Task cancelled = open.cancel(NINE);

        assertThatThrownBy(() -> cancelled.complete(NINE)).isInstanceOf(NotOpen.class);
        assertThatThrownBy(() -> cancelled.claim(RITA, NINE, IDLE)).isInstanceOf(NotOpen.class);
        assertThatThrownBy(cancelled::release).isInstanceOf(NotOpen.class);
    }

    @Test
    void anAnswerGivesTheTaskBackToWhoeverAsked() {
        Task answered = open.answerFor(RITA, NINE);

        assertThat(answered.answered()).isTrue();
        assertThat(answered.claimedBy(NINE, IDLE)).contains(RITA);
    }

    @Test
    void aMissedDeadlineIsMarked() {
        assertThat(open.missDeadline().overdue()).isTrue();
    }

    private static Task openTask() {
        return new Task(
                new TaskId(UUID.randomUUID()),
                1,
                TaskKind.REVIEW,
                new ApplicationId(UUID.randomUUID()),
                UUID.randomUUID(),
                null,
                1,
                Task.titleOf(TaskKind.REVIEW),
                "reviewers",
                50,
                TaskState.OPEN,
                NINE,
                new Schedule(NINE, NINE, NINE),
                1,
                1,
                null,
                false,
                false,
                null);
    }
}
