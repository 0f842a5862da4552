package io.rocketbots.onboarding.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.rocketbots.onboarding.process.Variables.DecisionRecorded;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ResellerOffboardingProcessTest {

    private static final String CONFIRM = "confirm";

    @RegisterExtension
    static final Scenario scenario = new Scenario();

    @Test
    void archivesTheResellerWhenTheGracePeriodIsOver() {
        isConfirmedInConsole();
        scenario.waitsAt("Task_AwaitWithdrawal");

        scenario.passes(Duration.ofDays(30));

        scenario.hasPassed("EndEvent_LeavingResellerReminded", 2);
        scenario.hasPassed("Task_ArchiveReseller");
        scenario.endedAt("EndEvent_ResellerArchived");
    }

    @Test
    void endsAtOnceWhenAnotherInstanceRuns() {
        scenario.jobs().nextFails(JobTypes.START_OFFBOARDING, StepError.DUPLICATE_START);

        scenario.offboardingIsRequested();

        scenario.endedAt("EndEvent_AlreadyRunning");
    }

    @Test
    void takesTheConfirmationFromTasklist() {
        scenario.offboardingIsRequested();
        assertThat(scenario.userTask("Task_ConfirmOffboarding").getCandidateGroupsList())
                .containsExactly("partner-team");

        scenario.decidesInTasklist("Task_ConfirmOffboarding", CONFIRM);

        scenario.waitsAt("Task_AwaitWithdrawal");
        assertThat(scenario.variable("answer")).isEqualTo("null");
    }

    @Test
    void keepsTheResellerWhenNobodyElseConfirms() {
        scenario.offboardingIsRequested();
        scenario.waitsAt("Task_ConfirmOffboarding");

        scenario.decidesInTasklist("Task_ConfirmOffboarding", "keep");

        scenario.hasPassed("Task_KeepReseller");
        scenario.endedAt("EndEvent_ResellerKept");
    }

    @Test
    void asksAgainWhenTheAnswerIsVoid() {
        scenario.offboardingIsRequested();
        scenario.jobs().next(JobTypes.RECORD_DECISION, new DecisionRecorded(DecisionRecorded.REOPEN, "tasklist", null));

        scenario.decidesInTasklist("Task_ConfirmOffboarding", CONFIRM);

        scenario.waitsAt("Task_ConfirmOffboarding", 2);
    }

    @Test
    void remindsAndEscalates() {
        scenario.offboardingIsRequested();
        scenario.waitsAt("Task_ConfirmOffboarding");

        scenario.passes(Duration.ofDays(3));
        scenario.hasPassed("EndEvent_TeamReminded");
        scenario.passes(Duration.ofDays(4));

        scenario.hasPassed("EndEvent_TaskEscalated");
        scenario.waitsAt("Task_ConfirmOffboarding");
    }

    @Test
    void restoresWhenItIsWithdrawnBeforeAnybodyConfirmed() {
        scenario.offboardingIsRequested();
        scenario.waitsAt("Task_ConfirmOffboarding");

        isWithdrawn();

        scenario.hasLeftWithoutCompleting("Task_ConfirmOffboarding");
        scenario.hasPassed("Task_RestoreReseller");
        scenario.endedAt("EndEvent_ResellerStays");
    }

    @Test
    void restoresWhenItIsWithdrawnInTheGracePeriod() {
        isConfirmedInConsole();
        scenario.waitsAt("Task_AwaitWithdrawal");
        scenario.passes(Duration.ofDays(24));
        scenario.hasPassed("EndEvent_LeavingResellerReminded");

        isWithdrawn();

        scenario.hasPassed("Task_RestoreReseller");
        scenario.endedAt("EndEvent_ResellerStays");
    }

    @Test
    void restoresWhenItWasWithdrawnWhileThePlatformWasSuspended() {
        scenario.jobs().nextFails(JobTypes.PARK_DOMAIN, StepError.OFFBOARDING_WITHDRAWN);

        isConfirmedInConsole();

        scenario.endedAt("EndEvent_ResellerStays");
    }

    @Test
    void restoresWhenItWasWithdrawnAtTheLastMoment() {
        isConfirmedInConsole();
        scenario.waitsAt("Task_AwaitWithdrawal");
        scenario.jobs().nextFails(JobTypes.ARCHIVE_RESELLER, StepError.OFFBOARDING_WITHDRAWN);

        scenario.passes(Duration.ofDays(30));

        scenario.endedAt("EndEvent_ResellerStays");
    }

    private static void isConfirmedInConsole() {
        scenario.offboardingIsRequested();
        scenario.waitsAt("Task_ConfirmOffboarding");
        scenario.decidesInConsole(TaskKind.OFFBOARDING, scenario.resellerId(), 1, CONFIRM);
    }

    private static void isWithdrawn() {
        scenario.happens(MessageTypes.OFFBOARDING_WITHDRAWN, scenario.offboardingId());
    }
}
