package io.rocketbots.onboarding.course;

import static org.assertj.core.api.Assertions.assertThat;

import io.rocketbots.onboarding.course.StalledSteps.Stalled;
import io.rocketbots.onboarding.process.MessageTypes;
import io.rocketbots.onboarding.process.Variables.Nothing;
import io.rocketbots.onboarding.process.Variables.WelcomeSent;
import io.rocketbots.onboarding.store.OnEachDatabase;
import io.rocketbots.onboarding.store.TestDatabase;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OnEachDatabase
class StalledStepsJdbcTest {

    private final Track track;

    StalledStepsJdbcTest(TestDatabase database) {
        track = new Track(database);
    }

    @AfterEach
    void close() {
        track.close();
    }

    @Test
    void noticesAStartThatNobodyTakes() {
        track.submits();
        track.clock.advance(Duration.ofMinutes(4));
        stalledSteps().look();
        assertThat(stalledSteps().all()).isEmpty();

        track.clock.advance(Duration.ofMinutes(2));
        stalledSteps().look();

        assertThat(stalledSteps().all()).singleElement().satisfies(stalled -> {
            assertThat(stalled.step()).isEqualTo("Confirm receipt");
            assertThat(stalled.application()).isEqualTo(track.application);
            assertThat(stalled.meaning()).contains("its review does not begin");
            assertThat(stalled.processInstanceKey()).isNull();
        });
    }

    @Test
    void noticesTheNextStepThatNobodyTakesAndForgetsItWhenItIsDone() {
        track.reachesReview();
        track.decides("approve");
        track.clock.advance(Duration.ofMinutes(6));
        stalledSteps().look();
        assertThat(stalledSteps().all())
                .singleElement()
                .extracting(Stalled::jobType)
                .isEqualTo("create-account");
        assertThat(stalledSteps().count()).isEqualTo(1);

        track.ends("Task_CreateAccount", new Nothing());
        stalledSteps().look();

        assertThat(stalledSteps().all()).isEmpty();
    }

    @Test
    void leavesACaseAloneThatWaitsForAPerson() {
        track.reachesReview();
        track.clock.advance(Duration.ofHours(1));

        stalledSteps().look();

        assertThat(stalledSteps().all()).isEmpty();
    }

    @Test
    void noticesAReminderThatWasDueAndThatNobodyTakes() {
        track.reachesReview();
        track.clock.advance(Duration.ofMinutes(6));
        stalledSteps().look();

        track.clock.advance(Duration.ofDays(2));
        stalledSteps().look();

        assertThat(stalledSteps().all())
                .singleElement()
                .extracting(Stalled::jobType)
                .isEqualTo("remind-reviewers");
    }

    @Test
    void noticesThatAMessageLedToAStepThatNobodyTakes() {
        track.reachesReview();
        track.decides("approve");
        track.ends("Task_CreateAccount", new Nothing());
        track.ends("Task_SendWelcome", new WelcomeSent(false));
        track.clock.advance(Duration.ofMinutes(6));
        stalledSteps().look();
        assertThat(stalledSteps().all()).isEmpty();

        track.sends(MessageTypes.ACCOUNT_ACTIVATED, new Nothing());
        track.clock.advance(Duration.ofMinutes(6));
        stalledSteps().look();

        assertThat(stalledSteps().all())
                .extracting(Stalled::jobType)
                .containsExactlyInAnyOrder("check-branding", "check-domain-request");
    }

    @Test
    void saysNothingMoreOfAStepThatIsAnIncident() {
        track.reachesReview();
        track.decides("approve");
        track.the(Incidents.class).stopped(track.step("Task_CreateAccount"), new IllegalStateException());
        track.clock.advance(Duration.ofMinutes(6));

        stalledSteps().look();

        assertThat(stalledSteps().all()).isEmpty();
    }

    @Test
    void noticesAStepThatNobodyTakesAfterRetry() {
        track.reachesReview();
        track.decides("approve");
        track.the(Incidents.class).stopped(track.step("Task_CreateAccount"), new IllegalStateException());
        track.clock.advance(Duration.ofHours(1));
        UUID incident = track.the(Incidents.class).open().getFirst().id();
        track.the(Incidents.class).retried(incident);
        stalledSteps().look();
        assertThat(stalledSteps().all()).isEmpty();

        track.clock.advance(Duration.ofMinutes(6));
        stalledSteps().look();

        assertThat(stalledSteps().all())
                .singleElement()
                .extracting(Stalled::step)
                .isEqualTo("Create account");
    }

    @Test
    void closesTheIncidentOfACaseThatWentOnWithoutTheStep() {
        track.reachesReview();
        track.decides("approve");
        track.the(Incidents.class).stopped(track.step("Task_CreateAccount"), new IllegalStateException());

        track.sends(MessageTypes.ONBOARDING_CANCELLED, new Nothing());
        track.ends("Task_CancelOnboarding", new Nothing());
        track.clock.advance(Duration.ofMinutes(6));
        stalledSteps().look();

        assertThat(track.the(Incidents.class).open()).isEmpty();
    }

    private StalledSteps stalledSteps() {
        return track.the(StalledSteps.class);
    }
}
