package io.rocketbots.onboarding.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.rocketbots.onboarding.process.Variables.DecisionRecorded;
import io.rocketbots.onboarding.process.Variables.WelcomeSent;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DuplicateAccountProcessTest {

    @RegisterExtension
    static final Scenario scenario = new Scenario();

    @Test
    void asksTheTeamWhenTheEmailAlreadyOwnsAnAccount() {
        scenario.jobs().nextFails(JobTypes.CREATE_ACCOUNT, StepError.ACCOUNT_EXISTS);
        scenario.submitApplication();
        scenario.decidesInTasklist("Task_ReviewApplication", "approve");

        var task = scenario.userTask("Task_ResolveDuplicateAccount");
        assertThat(task.getCandidateGroupsList()).containsExactly("partner-team");
        assertThat(task.getDueDate()).isNotEmpty();
        assertThat(scenario.inputs(JobTypes.OPEN_TASK))
                .containsEntry("taskKind", TaskKind.DUPLICATE_ACCOUNT.id())
                .containsEntry("businessId", scenario.applicationId());
    }

    @Test
    void linksTheExistingAccountAndNeedsNoActivation() {
        scenario.jobs().nextFails(JobTypes.CREATE_ACCOUNT, StepError.ACCOUNT_EXISTS);
        scenario.submitApplication();
        scenario.decidesInTasklist("Task_ReviewApplication", "approve");
        scenario.jobs().next(JobTypes.SEND_WELCOME, new WelcomeSent(true));

        scenario.decidesInTasklist("Task_ResolveDuplicateAccount", "link-existing-account");

        scenario.hasPassed("Task_LinkAccount");
        scenario.waitsAt("Task_AwaitBranding");
        scenario.hasNotReached("Task_AwaitActivation");
    }

    @Test
    void asksAgainWhenTheAccountBecameAnotherResellersMeanwhile() {
        scenario.jobs().nextFails(JobTypes.CREATE_ACCOUNT, StepError.ACCOUNT_EXISTS);
        scenario.submitApplication();
        scenario.decidesInTasklist("Task_ReviewApplication", "approve");
        scenario.jobs().nextFails(JobTypes.LINK_ACCOUNT, StepError.ACCOUNT_IN_USE);

        scenario.decidesInTasklist("Task_ResolveDuplicateAccount", "link-existing-account");

        scenario.waitsAt("Task_ResolveDuplicateAccount", 2);
    }

    @Test
    void createsTheAccountWithAnotherEmail() {
        scenario.jobs().nextFails(JobTypes.CREATE_ACCOUNT, StepError.ACCOUNT_EXISTS);
        scenario.submitApplication();
        scenario.decidesInTasklist("Task_ReviewApplication", "approve");

        scenario.decidesInTasklist(
                "Task_ResolveDuplicateAccount",
                Map.of("decision", "use-another-email", "email", "new@applicant.example"));

        scenario.hasPassed("Task_CreateAccount");
        scenario.waitsAt("Task_AwaitActivation");
    }

    @Test
    void rejectsThroughTheConsole() {
        scenario.jobs().nextFails(JobTypes.CREATE_ACCOUNT, StepError.ACCOUNT_EXISTS);
        scenario.submitApplication();
        scenario.decidesInTasklist("Task_ReviewApplication", "approve");
        scenario.waitsAt("Task_ResolveDuplicateAccount");

        scenario.decidesInConsole(TaskKind.DUPLICATE_ACCOUNT, scenario.applicationId(), 1, "reject");

        scenario.hasLeftWithoutCompleting("Task_ResolveDuplicateAccount");
        scenario.hasPassed("Task_NotifyRejection");
        scenario.endedAt("EndEvent_ApplicationRejected");
    }

    @Test
    void opensTheTaskAgainWhenTheAnswerIsVoid() {
        scenario.jobs().nextFails(JobTypes.CREATE_ACCOUNT, StepError.ACCOUNT_EXISTS);
        scenario.submitApplication();
        scenario.decidesInTasklist("Task_ReviewApplication", "approve");

        scenario.decidesInTasklist("Task_ResolveDuplicateAccount", DecisionRecorded.REOPEN);

        scenario.waitsAt("Task_ResolveDuplicateAccount", 2);
    }

    @Test
    void remindsAndEscalates() {
        scenario.jobs().nextFails(JobTypes.CREATE_ACCOUNT, StepError.ACCOUNT_EXISTS);
        scenario.submitApplication();
        scenario.decidesInTasklist("Task_ReviewApplication", "approve");
        scenario.waitsAt("Task_ResolveDuplicateAccount");

        scenario.passes(Duration.ofDays(3));
        scenario.hasPassed("EndEvent_TeamReminded");
        scenario.passes(Duration.ofDays(4));

        scenario.hasPassed("EndEvent_TaskEscalated");
        scenario.waitsAt("Task_ResolveDuplicateAccount");
    }
}
