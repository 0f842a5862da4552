package io.rocketbots.onboarding.operations.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.rocketbots.onboarding.kernel.job.Outcome;
import io.rocketbots.onboarding.kernel.persistence.OnEachDatabase;
import io.rocketbots.onboarding.kernel.persistence.TestDatabase;
import io.rocketbots.onboarding.operations.history.StalledSteps.Stalled;
import io.rocketbots.onboarding.process.MessageTypes;
import io.rocketbots.onboarding.process.ProcessId;
import io.rocketbots.onboarding.process.Variables.ForSpace;
import io.rocketbots.onboarding.process.Variables.Nothing;
import io.rocketbots.onboarding.process.Variables.WelcomeSent;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
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
    void forgetsTheStepOfASpaceOnceItIsDone() {
        UUID space = track.space();
        track.sends(MessageTypes.SPACE_REQUESTED, space, new ForSpace(space));
        track.clock.advance(Duration.ofMinutes(6));
        stalledSteps().look();
        assertThat(stalledSteps().all()).singleElement().satisfies(stalled -> {
            assertThat(stalled.jobType()).isEqualTo("create-space");
            assertThat(stalled.application()).isEqualTo(track.application);
            assertThat(stalled.instance()).isEqualTo("space-provisioning-" + space);
        });

        track.ends(track.step(ProcessId.SPACE_PROVISIONING, 4712, space, "Task_CreateSpace"), Outcome.done());
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
        track.fails(track.step("Task_CreateAccount"));
        track.clock.advance(Duration.ofMinutes(6));

        stalledSteps().look();

        assertThat(stalledSteps().all()).isEmpty();
    }

    @Test
    void saysNothingMoreOfAFirstStepThatIsAnIncident() {
        track.submits();
        track.fails(track.step("Task_ConfirmReceipt"));
        track.fails(track.step(ProcessId.RESELLER_CALL, 4712, track.application.value(), "Task_OpenTask"));
        track.clock.advance(Duration.ofMinutes(6));

        stalledSteps().look();

        assertThat(stalledSteps().all()).isEmpty();
        assertThat(track.the(Incidents.class).open()).hasSize(2);
    }

    @Test
    void noticesAFirstStepThatNobodyTakesAfterRetry() {
        track.submits();
        track.fails(track.step("Task_ConfirmReceipt"));
        UUID incident = track.the(Incidents.class).open().getFirst().id();
        track.clock.advance(Duration.ofHours(1));
        stalledSteps().look();
        track.the(Incidents.class).retry(incident, "Olga Ops");
        track.the(Incidents.class).retried(incident);
        track.sendsAll();
        track.clock.advance(Duration.ofMinutes(4));
        stalledSteps().look();
        assertThat(stalledSteps().all()).isEmpty();

        track.clock.advance(Duration.ofMinutes(2));
        stalledSteps().look();

        assertThat(stalledSteps().all()).singleElement().satisfies(stalled -> {
            assertThat(stalled.step()).isEqualTo("Confirm receipt");
            assertThat(stalled.processInstanceKey()).isEqualTo(Track.ONBOARDING);
        });
    }

    @Test
    void noticesAStepThatNobodyTakesAfterRetry() {
        track.reachesReview();
        track.decides("approve");
        track.fails(track.step("Task_CreateAccount"));
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
        track.fails(track.step("Task_CreateAccount"));

        track.sends(MessageTypes.ONBOARDING_CANCELLED, new Nothing());
        track.ends("Task_CancelOnboarding", new Nothing());
        track.clock.advance(Duration.ofMinutes(6));
        stalledSteps().look();

        assertThat(track.the(Incidents.class).open()).isEmpty();
    }

    @Test
    void keepsTheIncidentOfAReminderWhenItsTaskIsDone() {
        track.reachesReview();
        track.clock.advance(Duration.ofDays(2).plusMinutes(1));
        track.the(Incidents.class).stopped(track.step("Task_RemindReviewers"), new IllegalStateException());

        track.decides("approve");
        stalledSteps().look();
        track.clock.advance(Duration.ofMinutes(6));
        stalledSteps().look();

        assertThat(incidents()).containsExactly("Remind reviewers");
    }

    @Test
    void closesTheIncidentOfAReminderWhenTheCaseIsCancelled() {
        track.reachesReview();
        track.clock.advance(Duration.ofDays(2).plusMinutes(1));
        track.the(Incidents.class).stopped(track.step("Task_RemindReviewers"), new IllegalStateException());
        track.decides("approve");

        track.sends(MessageTypes.ONBOARDING_CANCELLED, new Nothing());
        track.ends("Task_CancelOnboarding", new Nothing());
        stalledSteps().look();

        assertThat(incidents()).isEmpty();
    }

    @Test
    void keepsTheIncidentOfADecisionThatWasMadeInTasklist() {
        track.reachesReview();
        track.the(Incidents.class).stopped(track.step("Task_RecordDecision"), new IllegalStateException());

        stalledSteps().look();

        assertThat(incidents()).containsExactly("Record decision");
        assertThat(track.active()).containsExactly("Task_RecordDecision");
    }

    @Test
    void looksOnceMoreForAStartWhenItCouldNot() {
        track.submits();
        track.jdbc().sql("UPDATE outbox SET payload = 'unreadable ' || payload").update();
        track.clock.advance(Duration.ofMinutes(6));
        stalledSteps().look();

        track.jdbc()
                .sql("UPDATE outbox SET payload = SUBSTRING(payload FROM 12)")
                .update();
        track.clock.advance(Duration.ofMinutes(1));
        stalledSteps().look();

        assertThat(stalledSteps().all())
                .singleElement()
                .extracting(Stalled::step)
                .isEqualTo("Confirm receipt");
    }

    @Test
    void looksAtAllThatIsDueAtOnce() {
        for (int i = 0; i < 201; i++) {
            track.visitElsewhere("{}");
        }
        track.clock.advance(Duration.ofMinutes(6));

        stalledSteps().look();

        assertThat(due()).isZero();
        assertThat(stalledSteps().count()).isEqualTo(201);
    }

    @Test
    void letsACaseThatCannotBeFollowedHinderNoOther() {
        for (int i = 0; i < 200; i++) {
            track.visitElsewhere("unreadable");
        }
        track.clock.advance(Duration.ofSeconds(1));
        track.visitElsewhere("{}");
        track.clock.advance(Duration.ofMinutes(6));

        stalledSteps().look();

        assertThat(stalledSteps().count()).isEqualTo(1);
        assertThat(due()).isZero();
        track.clock.advance(Duration.ofMinutes(6));
        assertThat(due()).isEqualTo(201);
    }

    private int due() {
        return track.jdbc()
                .sql("SELECT COUNT(*) FROM step_visit WHERE look_at <= :now")
                .param("now", Timestamp.from(track.clock.instant()))
                .query(Integer.class)
                .single();
    }

    private List<String> incidents() {
        return track.the(Incidents.class).open().stream().map(Incident::step).toList();
    }

    private StalledSteps stalledSteps() {
        return track.the(StalledSteps.class);
    }
}
