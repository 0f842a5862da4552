package io.rocketbots.onboarding.operations.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rocketbots.onboarding.kernel.job.Outcome;
import io.rocketbots.onboarding.kernel.persistence.OnEachDatabase;
import io.rocketbots.onboarding.kernel.persistence.TestDatabase;
import io.rocketbots.onboarding.operations.history.StepVisits.Visit;
import io.rocketbots.onboarding.process.StepError;
import io.rocketbots.onboarding.process.Variables.BrandingChecked;
import io.rocketbots.onboarding.process.Variables.Nothing;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.IllegalTransactionStateException;

@OnEachDatabase
class StepVisitsJdbcTest {

    private final Track track;

    StepVisitsJdbcTest(TestDatabase database) {
        track = new Track(database);
    }

    @AfterEach
    void close() {
        track.close();
    }

    @Test
    void writesDownWhenAStepBeganAndEndedAndWhatItSet() {
        Step step = track.step("Task_CheckBranding");
        track.clock.advance(Duration.ofSeconds(3));

        track.ends(step, Outcome.done(new BrandingChecked(true)));

        assertThat(visits()).singleElement().satisfies(visit -> {
            assertThat(Duration.between(visit.startedAt(), visit.endedAt())).isEqualTo(Duration.ofSeconds(3));
            assertThat(visit.variables())
                    .containsEntry("brandingCompleted", true)
                    .containsEntry("applicationId", track.application.value().toString());
            assertThat(visit.error()).isNull();
        });
    }

    @Test
    void aJobThatRunsTwiceLeavesOneVisit() {
        Step step = track.step("Task_CheckBranding");

        track.ends(step, Outcome.done(new BrandingChecked(false)));
        track.ends(step, Outcome.done(new BrandingChecked(false)));

        assertThat(visits()).singleElement().extracting(Visit::nth).isEqualTo(1);
    }

    @Test
    void saysWhatAJobThatRanTwiceSaidLast() {
        Step step = track.step("Task_CheckBranding");
        track.ends(step, Outcome.done(new BrandingChecked(false)));

        track.ends(step, Outcome.done(new BrandingChecked(true)));

        assertThat(visits())
                .singleElement()
                .satisfies(visit -> assertThat(visit.variables()).containsEntry("brandingCompleted", true));
    }

    @Test
    void letsASecondRunOfAJobBeginOnlyWhenTheFirstIsCommitted() throws Exception {
        Step step = track.step("Task_CheckBranding");
        CountDownLatch begun = new CountDownLatch(1);
        List<String> order = new CopyOnWriteArrayList<>();

        Thread first = Thread.startVirtualThread(() -> track.inTransaction(() -> {
            track.the(StepVisits.class).begun(step);
            begun.countDown();
            LockSupport.parkNanos(Duration.ofMillis(300).toNanos());
            order.add("first done");
            track.the(StepVisits.class).ended(step, Outcome.done(new BrandingChecked(false)));
        }));
        begun.await();
        track.inTransaction(() -> {
            track.the(StepVisits.class).begun(step);
            order.add("second begun");
            track.the(StepVisits.class).ended(step, Outcome.done(new BrandingChecked(true)));
        });
        first.join();

        assertThat(order).containsExactly("first done", "second begun");
        assertThat(visits()).hasSize(1);
    }

    @Test
    void leavesNothingWhenTheStepIsRolledBack() {
        assertThatThrownBy(() -> track.inTransaction(() -> {
                    Step step = track.step("Task_GoLive");
                    track.the(StepVisits.class).begun(step);
                    track.the(StepVisits.class).ended(step, Outcome.done());
                    throw new IllegalStateException("the step failed");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(visits()).isEmpty();
    }

    @Test
    void isWrittenInTheTransactionOfTheStepOnly() {
        assertThatThrownBy(() -> track.the(StepVisits.class).begun(track.step("Task_GoLive")))
                .isInstanceOf(IllegalTransactionStateException.class);
        assertThatThrownBy(() -> track.the(StepVisits.class).ended(track.step("Task_GoLive"), Outcome.done()))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void keepsTheModelledErrorThatAStepEndedWith() {
        track.ends(track.step("Task_ConfirmReceipt"), Outcome.refused(StepError.DUPLICATE_START));

        assertThat(visits()).singleElement().extracting(Visit::error).isEqualTo("DUPLICATE_START");
    }

    @Test
    void tellsOnWhichVersionAnInstanceRunsAlsoOnceItWasMoved() {
        Step before = track.step("Task_GoLive");
        StepVisits all = track.the(StepVisits.class);
        assertThat(all.versionOf(before.processInstanceKey())).isEmpty();
        track.ends("Task_CheckBranding", new BrandingChecked(true));
        assertThat(all.versionOf(before.processInstanceKey())).contains(1);

        all.moved(before.processInstanceKey(), 2);
        track.ends(before, Outcome.done());

        assertThat(all.versionOf(before.processInstanceKey())).contains(2);
    }

    @Test
    void countsHowOftenAndHowLongAndForgetsTheOldestTurnsOfALoop() {
        for (int turn = 0; turn < 30; turn++) {
            Step step = track.step("Task_RemindBranding");
            track.clock.advance(Duration.ofSeconds(2));
            track.ends(step, Outcome.done(new Nothing()));
        }

        int removed = track.the(StepVisits.class).prune();

        assertThat(removed).isEqualTo(10);
        assertThat(visits()).hasSize(20).last().satisfies(newest -> {
            assertThat(newest.nth()).isEqualTo(30);
            assertThat(newest.total()).isEqualTo(Duration.ofMinutes(1));
        });
        assertThat(track.the(StepVisits.class).prune()).isZero();
    }

    private List<Visit> visits() {
        return track.the(StepVisits.class).of(track.application.value(), List.of());
    }
}
