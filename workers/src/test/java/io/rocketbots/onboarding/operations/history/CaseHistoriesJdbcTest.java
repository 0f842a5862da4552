package io.rocketbots.onboarding.operations.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.rocketbots.onboarding.kernel.job.Outcome;
import io.rocketbots.onboarding.kernel.persistence.OnEachDatabase;
import io.rocketbots.onboarding.kernel.persistence.TestDatabase;
import io.rocketbots.onboarding.operations.history.CaseHistories.Followed;
import io.rocketbots.onboarding.process.MessageTypes;
import io.rocketbots.onboarding.process.ProcessId;
import io.rocketbots.onboarding.process.Variables.Nothing;
import io.rocketbots.onboarding.process.Variables.WelcomeSent;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OnEachDatabase
class CaseHistoriesJdbcTest {

    private final Track track;

    CaseHistoriesJdbcTest(TestDatabase database) {
        track = new Track(database);
    }

    @AfterEach
    void close() {
        track.close();
    }

    @Test
    void standsAtTheFirstStepOnceTheStartHasGoneOut() {
        assertThat(courses()).isEmpty();

        track.submits();

        assertThat(track.active()).containsExactly("Task_ConfirmReceipt");
        assertThat(courses()).singleElement().extracting(Followed::key).isNull();
    }

    @Test
    void knowsTheInstanceOfAFirstStepThatHasFailed() {
        track.submits();
        Instant submitted = track.clock.instant();
        track.clock.advance(Duration.ofMinutes(1));

        track.fails(track.step("Task_ConfirmReceipt"));

        assertThat(courses()).singleElement().satisfies(followed -> {
            assertThat(followed.key()).isEqualTo(Track.ONBOARDING);
            assertThat(followed.id()).isEqualTo(String.valueOf(Track.ONBOARDING));
            assertThat(followed.isNamed("reseller-onboarding-" + track.application.value()))
                    .isTrue();
            assertThat(followed.startedAt()).isEqualTo(submitted);
        });
        assertThat(track.active()).containsExactly("Task_ConfirmReceipt");
    }

    @Test
    void knowsACalledProcessWhoseFirstStepHasFailed() {
        track.reachesReview();

        track.fails(track.step(ProcessId.RESELLER_CALL, 4712, track.application.value(), "Task_OpenTask"));

        assertThat(track.active()).containsExactly("Task_OpenTask", "Task_ReviewApplication");
        assertThat(courses()).last().extracting(Followed::key).isEqualTo(4712L);
    }

    @Test
    void takesAFirstStepThatWasDoneAfterAllForWhatItIs() {
        track.submits();
        Step step = track.step("Task_ConfirmReceipt");
        track.fails(step);

        track.ends(step, Outcome.done());

        assertThat(courses())
                .singleElement()
                .satisfies(followed -> assertThat(followed.visits()).hasSize(1));
    }

    @Test
    void tellsTheCallsOfACaseApart() {
        track.reachesReview();
        track.fails(track.step(ProcessId.RESELLER_CALL, 4712, track.application.value(), "Task_OpenTask"));
        Step opened = track.step(ProcessId.RESELLER_CALL, 4713, track.application.value(), "Task_OpenTask");
        opened.known().put("about", "branding");
        track.ends(opened, Outcome.done());

        assertThat(courses())
                .filteredOn(followed -> followed.process() == ProcessId.RESELLER_CALL)
                .extracting(Followed::about)
                .containsExactlyInAnyOrder(Optional.empty(), Optional.of("branding"));
    }

    @Test
    void standsAtTheUserTaskThatAStepHasOpened() {
        track.reachesReview();

        assertThat(track.active()).containsExactly("Task_ReviewApplication");
        assertThat(courses())
                .singleElement()
                .satisfies(followed -> assertThat(
                                followed.history().active().getFirst().dueAt())
                        .isEqualTo(track.reviewRemindAt));
    }

    @Test
    void followsWhatTheStepsReturned() {
        track.reachesReview();
        track.decides("approve");

        assertThat(track.active()).containsExactly("Task_CreateAccount");
    }

    @Test
    void standsAtBothBranchesUntilTheirMessagesHaveGoneOut() {
        track.reachesReview();
        track.decides("approve");
        track.ends("Task_CreateAccount", new Nothing());
        track.ends("Task_SendWelcome", new WelcomeSent(true));
        track.checksSetUp();
        assertThat(track.active()).containsExactly("Task_AwaitBranding", "Task_AwaitDomainRequest");

        track.sends(MessageTypes.BRANDING_COMPLETED, new Nothing());

        assertThat(track.active()).containsExactly("Task_AwaitDomainRequest");
    }

    @Test
    void aMessageThatIsMarkedSentAfterItsStepWasDoneCountsOnce() {
        track.reachesReview();
        track.decides("approve");
        track.ends("Task_CreateAccount", new Nothing());
        track.ends("Task_SendWelcome", new WelcomeSent(false));
        track.checksSetUp();

        track.sends(MessageTypes.ACCOUNT_ACTIVATED, new Nothing());

        assertThat(track.active()).containsExactly("Task_AwaitBranding", "Task_AwaitDomainRequest");
    }

    @Test
    void anOldCaseStandsAtItsOpenTaskAndSaysThatMoreIsNotKnown() {
        track.jdbc()
                .sql("""
                INSERT INTO task (id, version, kind, application_id, business_id, round, title, team, priority, state,
                    opened_at, due_at, remind_at, escalate_at, process_instance_key, element_instance_key, answered,
                    overdue)
                VALUES (:id, 1, 'REVIEW', :application, :application, 1, 'Review application', 'reviewers', 50, 'OPEN',
                    :now, :now, :now, :now, 99, 98, FALSE, FALSE)
                """)
                .param("id", UUID.randomUUID())
                .param("application", track.application.value())
                .param("now", Timestamp.from(track.clock.instant()))
                .update();

        assertThat(courses()).singleElement().satisfies(followed -> {
            assertThat(followed.history().whole()).isFalse();
            assertThat(followed.process()).isEqualTo(ProcessId.RESELLER_ONBOARDING);
        });
        assertThat(track.active()).containsExactly("Task_ReviewApplication");
    }

    private List<Followed> courses() {
        return track.the(CaseHistories.class).ofCase(track.application);
    }
}
