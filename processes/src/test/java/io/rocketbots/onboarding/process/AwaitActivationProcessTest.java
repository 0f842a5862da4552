package io.rocketbots.onboarding.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.rocketbots.onboarding.process.Variables.WaitEnded;
import io.rocketbots.onboarding.process.Variables.WelcomeSent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AwaitActivationProcessTest {

    @RegisterExtension
    static final Scenario scenario = new Scenario();

    @Test
    void waitsForTheActivation() {
        scenario.reachesActivation();

        scenario.waitsAt("Task_AwaitActivation");
        scenario.hasPassed("Task_SendWelcome");
    }

    @Test
    void skipsTheWaitForAnActiveAccount() {
        scenario.jobs().next(JobTypes.SEND_WELCOME, new WelcomeSent(true));

        scenario.reachesSendWelcome();

        scenario.waitsAt("Task_AwaitBranding");
        scenario.hasNotReached("Task_AwaitActivation");
    }

    @Test
    void goesOnWithSetUpOnceTheAccountIsActivated() {
        scenario.reachesActivation();

        scenario.happens(MessageTypes.ACCOUNT_ACTIVATED, scenario.applicationId());

        scenario.hasPassed("Task_AwaitActivation");
        scenario.waitsAt("Task_AwaitBranding");
        scenario.waitsAt("Task_AwaitDomainRequest");
    }

    @Test
    void remindsTheResellerThreeTimes() {
        scenario.reachesActivation();

        scenario.passes(ScriptedJobs.ACTIVATION.first());
        scenario.hasPassed("EndEvent_ActivationReminded", 1);
        scenario.passesFrom(ScriptedJobs.ACTIVATION.first(), ScriptedJobs.ACTIVATION.second());
        scenario.hasPassed("EndEvent_ActivationReminded", 2);
        scenario.passesFrom(ScriptedJobs.ACTIVATION.second(), ScriptedJobs.ACTIVATION.third());

        scenario.hasPassed("EndEvent_ActivationReminded", 3);
        scenario.waitsAt("Task_AwaitActivation");
    }

    @Test
    void callsTheResellerWhenTimeIsUp() {
        scenario.reachesActivation();

        scenario.passes(ScriptedJobs.ACTIVATION.giveUp());

        var task = scenario.userTask("Task_CallReseller");
        assertThat(task.getBpmnProcessId()).isEqualTo(ProcessId.RESELLER_CALL.id());
        assertThat(scenario.inputs(JobTypes.OPEN_TASK))
                .containsEntry("taskKind", TaskKind.CALL.id())
                .containsEntry("businessId", scenario.applicationId())
                .containsEntry("about", "activation");
    }

    @Test
    void sendsANewLinkWhenTimeIsExtended() {
        scenario.reachesActivation();
        scenario.passes(ScriptedJobs.ACTIVATION.giveUp());
        scenario.waitsAt("Task_CallReseller");

        scenario.decidesInTasklist("Task_CallReseller", "extend");

        scenario.hasPassed("Task_SendWelcome", 2);
        scenario.waitsAt("Task_AwaitActivation", 2);
    }

    @Test
    void closesTheOnboardingWhenTheResellerGivesUp() {
        scenario.reachesActivation();
        scenario.passes(ScriptedJobs.ACTIVATION.giveUp());
        scenario.waitsAt("Task_CallReseller");

        scenario.decidesInConsole(TaskKind.CALL, scenario.applicationId(), 1, "close");

        scenario.hasPassed("Task_CloseWithoutActivation");
        assertThat(scenario.inputs(JobTypes.CLOSE_ONBOARDING)).containsEntry("awaited", "activation");
        scenario.endedAt("EndEvent_OnboardingClosed");
    }

    @Test
    void goesOnWithSetUpWhenTheAccountWasActivatedBeforeTheClosing() {
        scenario.jobs().next(JobTypes.CLOSE_ONBOARDING, new WaitEnded(true));
        scenario.reachesActivation();
        scenario.passes(ScriptedJobs.ACTIVATION.giveUp());
        scenario.waitsAt("Task_CallReseller");
        scenario.decidesInConsole(TaskKind.CALL, scenario.applicationId(), 1, "close");
        scenario.waitsAt("Task_AwaitBranding");

        scenario.happens(MessageTypes.ACCOUNT_ACTIVATED, scenario.applicationId());

        scenario.waitsAt("Task_AwaitDomainRequest");
        scenario.hasNotReached("EndEvent_OnboardingClosed");
        scenario.isNotOver();
    }

    @Test
    void endsTheCallWhenTheAccountIsActivatedMeanwhile() {
        scenario.reachesActivation();
        scenario.passes(ScriptedJobs.ACTIVATION.giveUp());
        scenario.waitsAt("Task_CallReseller");

        scenario.happens(MessageTypes.ACCOUNT_ACTIVATED, scenario.applicationId());

        scenario.hasLeftWithoutCompleting("Task_CallReseller");
        scenario.hasLeftWithoutCompleting("CallActivity_CallAboutActivation");
        scenario.waitsAt("Task_AwaitBranding");
    }
}
