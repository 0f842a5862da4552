package io.rocketbots.onboarding.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.rocketbots.onboarding.process.Variables.DecisionRecorded;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ReviewProcessTest {

    @RegisterExtension
    static final Scenario scenario = new Scenario();

    @Test
    void leadsFromSubmissionToTheReview() {
        scenario.submitApplication();

        scenario.waitsAt("Task_ReviewApplication");
        scenario.hasPassed("Task_ConfirmReceipt");
    }

    @Test
    void showsTheReviewToTheTeamThatTriageChose() {
        scenario.submitApplication();

        var task = scenario.userTask("Task_ReviewApplication");
        assertThat(task.getCandidateGroupsList()).containsExactly("reviewers");
        assertThat(task.getPriority()).isEqualTo(60);
        assertThat(task.getDueDate()).isNotEmpty();
        assertThat(task.getFormKey()).isPositive();
    }

    @Test
    void endsAtOnceWhenAnotherInstanceRunsTheApplication() {
        scenario.jobs().nextFails(JobTypes.CONFIRM_RECEIPT, StepError.DUPLICATE_START);

        scenario.submitApplication();

        scenario.endedAt("EndEvent_AlreadyRunning");
    }

    @Test
    void approvesThroughTasklist() {
        scenario.submitApplication();

        scenario.decidesInTasklist("Task_ReviewApplication", "approve");

        scenario.hasPassed("Task_CreateAccount");
    }

    @Test
    void approvesThroughTheConsole() {
        scenario.submitApplication();
        scenario.waitsAt("Task_ReviewApplication");

        scenario.decidesInConsole(TaskKind.REVIEW, scenario.applicationId(), 1, "approve");

        scenario.hasLeftWithoutCompleting("Task_ReviewApplication");
        scenario.hasPassed("Task_CreateAccount");
    }

    @Test
    void letsTheConsolesRowWinOverTasklist() {
        scenario.submitApplication();
        scenario.jobs().decidedInConsole("reject");

        scenario.decidesInTasklist("Task_ReviewApplication", "approve");

        scenario.endedAt("EndEvent_ApplicationRejected");
    }

    @Test
    void keepsNothingOfTheAnswerButTheDecision() {
        scenario.submitApplication();

        scenario.decidesInTasklist(
                "Task_ReviewApplication",
                Map.of("decision", "reject", "decidedBy", "R-17", "message", "We only work with companies."));

        scenario.endedAt("EndEvent_ApplicationRejected");
        assertThat(scenario.variable("answer")).isEqualTo("null");
        assertThat(scenario.variable("decision")).isEqualTo("\"reject\"");
    }

    @Test
    void remindsTheReviewersWhenTheDeadlineIsNear() {
        scenario.submitApplication();
        scenario.waitsAt("Task_ReviewApplication");

        scenario.passes(Duration.ofDays(2));

        scenario.hasPassed("EndEvent_ReviewersReminded");
        scenario.hasNotReached("Task_EscalateReview");
        scenario.waitsAt("Task_ReviewApplication");
    }

    @Test
    void escalatesWhenTheDeadlineHasPassedAndStillWaits() {
        scenario.submitApplication();
        scenario.waitsAt("Task_ReviewApplication");

        scenario.passes(Duration.ofDays(3));

        scenario.hasPassed("EndEvent_ReviewEscalated");
        scenario.waitsAt("Task_ReviewApplication");
    }

    @Test
    void opensTheReviewAgainWhenTheAnswerIsVoid() {
        scenario.submitApplication();

        scenario.decidesInTasklist("Task_ReviewApplication", DecisionRecorded.REOPEN);

        scenario.waitsAt("Task_ReviewApplication", 2);
    }

    @Test
    void doesNotPresetTheDecisionOfAnEarlierRound() {
        scenario.submitApplication();
        scenario.decidesInTasklist("Task_ReviewApplication", DecisionRecorded.REOPEN);
        scenario.waitsAt("Task_ReviewApplication", 2);
        scenario.decidesInTasklist("Task_ReviewApplication", "request-information");
        scenario.happens(MessageTypes.INFORMATION_PROVIDED, scenario.applicationId() + ":2");
        scenario.waitsAt("Task_ReviewApplication", 3);

        scenario.decidesInTasklist("Task_ReviewApplication", Map.of("decidedBy", "R-17"));

        scenario.waitsAt("Task_ReviewApplication", 4);
    }

    @Test
    void ignoresADecisionOfAnEarlierRound() {
        scenario.submitApplication();
        scenario.decidesInTasklist("Task_ReviewApplication", DecisionRecorded.REOPEN);
        scenario.waitsAt("Task_ReviewApplication", 2);

        scenario.decidesInConsole(TaskKind.REVIEW, scenario.applicationId(), 1, "approve");

        scenario.waitsAt("Task_ReviewApplication", 2);
        scenario.hasNotReached("Task_CreateAccount");
    }

    @Test
    void rejects() {
        scenario.submitApplication();

        scenario.decidesInTasklist("Task_ReviewApplication", "reject");

        scenario.hasPassed("Task_NotifyRejection");
        scenario.endedAt("EndEvent_ApplicationRejected");
    }
}
