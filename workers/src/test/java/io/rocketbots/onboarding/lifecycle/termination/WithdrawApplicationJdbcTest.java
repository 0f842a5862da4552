package io.rocketbots.onboarding.lifecycle.termination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rocketbots.onboarding.admission.application.Application;
import io.rocketbots.onboarding.admission.application.ApplicationState;
import io.rocketbots.onboarding.admission.task.DecideTask;
import io.rocketbots.onboarding.admission.task.Desk;
import io.rocketbots.onboarding.admission.task.Task;
import io.rocketbots.onboarding.admission.task.TaskDecision;
import io.rocketbots.onboarding.admission.task.TaskDecisions;
import io.rocketbots.onboarding.admission.task.TaskState;
import io.rocketbots.onboarding.kernel.job.StepOvertaken;
import io.rocketbots.onboarding.kernel.persistence.OnEachDatabase;
import io.rocketbots.onboarding.kernel.persistence.TestDatabase;
import io.rocketbots.onboarding.process.JobTypes;
import io.rocketbots.onboarding.process.Variables.DecisionRecorded;
import io.rocketbots.onboarding.process.Variables.ForApplication;
import io.rocketbots.onboarding.process.Variables.ForDecision;
import io.rocketbots.onboarding.process.Variables.ReviewOpened;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An applicant who withdraws while a reviewer decides: one of the two counts, and everybody is told. */
@OnEachDatabase
class WithdrawApplicationJdbcTest {

    private final Desk desk;
    private final Application application;
    private final Task review;

    WithdrawApplicationJdbcTest(TestDatabase database) {
        desk = new Desk(database);
        application = desk.application();
        review = desk.review(application);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void leavesNobodyATaskThatCannotBeDecided() {
        withdraw();

        assertThat(now(review).state()).isEqualTo(TaskState.CANCELLED);
        assertThatThrownBy(this::approve).isInstanceOf(Task.NotOpen.class);
    }

    @Test
    void takesBackADecisionThatTheEngineHasNotBeenTold() {
        approve();

        withdraw();

        assertThat(desk.outbox())
                .containsExactly("onboarding-cancelled " + application.id().value());
        isVoid();
    }

    @Test
    void letsADecisionThatIsUnderWayMeetAClosedTask() {
        approve();
        desk.sendOutbox();
        withdraw();

        DecisionRecorded recorded = desk.record(review, null);
        ReviewOpened again = desk.openReview(application, 2);

        assertThat(recorded.decision()).isEqualTo(DecisionRecorded.REOPEN);
        isVoid();
        assertThat(desk.task(again.taskId()).state()).isEqualTo(TaskState.CANCELLED);
        assertThat(desk.mails(application.id()))
                .filteredOn(mail -> mail.startsWith("new-applications"))
                .hasSize(2);
    }

    @Test
    void leavesNoDecisionPendingThatNobodyHearsAnyMore() {
        approve();
        desk.sendOutbox();
        withdraw();

        desk.done(
                JobTypes.CANCEL_ONBOARDING, new ForApplication(application.id().value()), 7);
        desk.done(
                JobTypes.CANCEL_ONBOARDING, new ForApplication(application.id().value()), 7);

        isVoid();
        assertThat(desk.application(application.id()).state()).isEqualTo(ApplicationState.WITHDRAWN);
    }

    @Test
    void comesTooLateOnceTheDecisionIsRecorded() {
        approve();
        desk.sendOutbox();
        desk.record(review, null);

        assertThatThrownBy(this::withdraw).isInstanceOf(Application.NotNow.class);

        assertThat(now(review).state()).isEqualTo(TaskState.DONE);
        assertThat(desk.application(application.id()).state()).isEqualTo(ApplicationState.APPROVED);
    }

    @Test
    void ofTwoAtOnceOneSeesTheOther() {
        CompletableFuture<Void> approving =
                CompletableFuture.runAsync(this::approve).handle((done, refused) -> null);
        withdraw();
        approving.join();

        assertThat(desk.outbox())
                .containsExactly("onboarding-cancelled " + application.id().value());
        assertThat(now(review).state()).isEqualTo(TaskState.CANCELLED);
        assertThat(desk.the(TaskDecisions.class).findAll()).allMatch(TaskDecision::isRecorded);
    }

    @Test
    void usesUpNoTryOfTheStepThatItOvertakes() {
        approve();
        desk.sendOutbox();
        desk.record(review, null);
        desk.the(CancelOnboarding.class).cancel(application.id(), "They do not start this year.", "Lena Lead");

        assertThatThrownBy(() -> desk.done(
                        JobTypes.CREATE_ACCOUNT,
                        new ForDecision(application.id().value(), review.id().value()),
                        8))
                .isInstanceOf(StepOvertaken.class);
    }

    private void isVoid() {
        assertThat(desk.the(TaskDecisions.class).get(review.id()).decision()).isEqualTo(DecisionRecorded.REOPEN);
        assertThat(desk.mails(application.id()))
                .filteredOn(mail -> mail.startsWith("decision-void"))
                .containsExactly("decision-void rita");
    }

    private void withdraw() {
        desk.the(WithdrawApplication.class).withdraw(application.id());
    }

    private void approve() {
        desk.the(DecideTask.class).decide(review.id(), desk.rita, "approve", Map.of());
    }

    private Task now(Task task) {
        return desk.task(task.id().value());
    }
}
