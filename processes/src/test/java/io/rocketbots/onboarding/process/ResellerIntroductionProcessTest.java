package io.rocketbots.onboarding.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.rocketbots.onboarding.process.Variables.DecisionRecorded;
import io.rocketbots.onboarding.process.Variables.WaitEnded;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ResellerIntroductionProcessTest {

    @RegisterExtension
    static final Scenario scenario = new Scenario();

    @Test
    void asksTheTeamToIntroduceItself() {
        scenario.createAccount();

        var task = scenario.userTask("Task_IntroduceYourself");
        assertThat(task.getCandidateGroupsList()).containsExactly("partner-team");
        assertThat(task.getDueDate()).isNotEmpty();
    }

    @Test
    void endsAtOnceWhenAnotherInstanceRuns() {
        scenario.jobs().nextFails(JobTypes.OPEN_INTRODUCTION, StepError.DUPLICATE_START);

        scenario.createAccount();

        scenario.endedAt("EndEvent_AlreadyRunning");
    }

    @Test
    void sharesTheContactGivenInTasklist() {
        scenario.createAccount();

        scenario.decidesInTasklist(
                "Task_IntroduceYourself",
                Map.of(
                        "contactPerson", "Mara Lind",
                        "contactEmail", "mara@supplier.example",
                        "contactLink", "https://supplier.example/mara",
                        "decidedBy", "R-17"));

        scenario.hasPassed("Task_ShareContact");
        scenario.endedAt("EndEvent_ContactShared");
        assertThat(scenario.variable("answer")).isEqualTo("null");
    }

    @Test
    void sharesTheContactGivenInTheConsole() {
        scenario.createAccount();
        scenario.waitsAt("Task_IntroduceYourself");

        scenario.decidesInConsole(TaskKind.INTRODUCTION, scenario.resellerId(), 1, "introduced");

        scenario.hasLeftWithoutCompleting("Task_IntroduceYourself");
        scenario.endedAt("EndEvent_ContactShared");
    }

    @Test
    void opensTheTaskAgainWhenTheAnswerIsVoid() {
        scenario.createAccount();
        scenario.jobs().next(JobTypes.RECORD_DECISION, new DecisionRecorded(DecisionRecorded.REOPEN, "tasklist", null));

        scenario.decidesInTasklist(
                "Task_IntroduceYourself",
                Map.of(
                        "contactPerson", "Mara Lind",
                        "contactEmail", "mara@supplier.example",
                        "contactLink", "https://supplier.example/mara",
                        "decidedBy", "R-17"));

        scenario.waitsAt("Task_IntroduceYourself", 2);
    }

    @Test
    void remindsAndEscalates() {
        scenario.createAccount();
        scenario.waitsAt("Task_IntroduceYourself");

        scenario.passes(Duration.ofDays(3));
        scenario.hasPassed("EndEvent_TeamReminded");
        scenario.passes(Duration.ofDays(2));

        scenario.hasPassed("EndEvent_TaskEscalated");
        scenario.waitsAt("Task_IntroduceYourself");
    }

    @Test
    void endsUnmadeWhenTimeIsUp() {
        scenario.createAccount();
        scenario.waitsAt("Task_IntroduceYourself");

        scenario.passes(Duration.ofDays(10));

        scenario.hasPassed("Task_CloseIntroduction");
        scenario.endedAt("EndEvent_IntroductionNotMade");
    }

    @Test
    void sharesTheContactThatWasGivenInTimeAndWhoseMessageIsLate() {
        scenario.jobs().next(JobTypes.CLOSE_INTRODUCTION, new WaitEnded(true));
        scenario.createAccount();
        scenario.waitsAt("Task_IntroduceYourself");
        scenario.jobs().decidedInConsole("introduced");

        scenario.passes(Duration.ofDays(10));

        scenario.hasPassed("Task_CloseIntroduction");
        scenario.endedAt("EndEvent_ContactShared");
    }

    @Test
    void endsWhenTheOnboardingIsCancelled() {
        scenario.createAccount();
        scenario.waitsAt("Task_IntroduceYourself");

        scenario.happens(MessageTypes.ONBOARDING_CANCELLED, scenario.applicationId());

        scenario.hasPassed("Task_CloseIntroduction");
        scenario.endedAt("EndEvent_IntroductionNotMade");
    }
}
