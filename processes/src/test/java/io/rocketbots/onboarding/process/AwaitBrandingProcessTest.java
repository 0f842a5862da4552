package io.rocketbots.onboarding.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.rocketbots.onboarding.process.Variables.BrandingChecked;
import io.rocketbots.onboarding.process.Variables.WaitEnded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AwaitBrandingProcessTest {

    @RegisterExtension
    static final Scenario scenario = new Scenario();

    @Test
    void skipsTheWaitForACompleteBranding() {
        scenario.jobs().next(JobTypes.CHECK_BRANDING, new BrandingChecked(true));

        scenario.reachesSetUp();

        scenario.hasPassed("Gateway_BrandingDone");
        scenario.hasNotReached("Task_AwaitBranding");
    }

    @Test
    void waitsUntilTheBrandingIsComplete() {
        scenario.reachesSetUp();

        scenario.happens(MessageTypes.BRANDING_COMPLETED, scenario.applicationId());

        scenario.hasPassed("Task_AwaitBranding");
        scenario.hasPassed("Gateway_BrandingDone");
        scenario.isNotOver();
    }

    @Test
    void remindsTheResellerThreeTimes() {
        scenario.reachesSetUp();

        scenario.passes(ScriptedJobs.BRANDING.first());
        scenario.hasPassed("EndEvent_BrandingReminded", 1);
        scenario.passesFrom(ScriptedJobs.BRANDING.first(), ScriptedJobs.BRANDING.second());
        scenario.hasPassed("EndEvent_BrandingReminded", 2);
        scenario.passesFrom(ScriptedJobs.BRANDING.second(), ScriptedJobs.BRANDING.third());

        scenario.hasPassed("EndEvent_BrandingReminded", 3);
        scenario.waitsAt("Task_AwaitBranding");
    }

    @Test
    void callsTheResellerWhenTimeIsUp() {
        scenario.reachesSetUp();

        scenario.passes(ScriptedJobs.BRANDING.giveUp());

        scenario.waitsAt("CallActivity_CallAboutBranding");
        scenario.waitsAt("Task_CallReseller");
        assertThat(scenario.inputs(JobTypes.OPEN_TASK)).containsEntry("about", "branding");
    }

    @Test
    void waitsAgainWhenTimeIsExtended() {
        scenario.reachesSetUp();
        scenario.requestsDomain();
        scenario.waitsAt("CallActivity_SetUpDomain");
        scenario.passes(ScriptedJobs.BRANDING.giveUp());
        scenario.waitsAt("Task_CallReseller");

        scenario.decidesInTasklist("Task_CallReseller", "extend");

        scenario.hasPassed("Task_CheckBranding", 2);
        scenario.waitsAt("Task_AwaitBranding", 2);
    }

    @Test
    void closesAllOfTheOnboardingWhileTheDomainIsStillAwaited() {
        scenario.reachesSetUp();
        scenario.requestsDomain();
        scenario.waitsAt("CallActivity_SetUpDomain");
        scenario.passes(ScriptedJobs.BRANDING.giveUp());
        scenario.waitsAt("Task_CallReseller");

        scenario.decidesInTasklist("Task_CallReseller", "close");

        scenario.hasPassed("Task_CloseWithoutBranding");
        assertThat(scenario.inputs(JobTypes.CLOSE_ONBOARDING)).containsEntry("awaited", "branding");
        scenario.hasLeftWithoutCompleting("CallActivity_SetUpDomain");
        scenario.hasLeftWithoutCompleting("SubProcess_AwaitCname");
        scenario.endedAt("EndEvent_OnboardingClosed");
    }

    @Test
    void goesOnWhenTheBrandingWasCompletedBeforeTheClosing() {
        scenario.jobs().next(JobTypes.CLOSE_ONBOARDING, new WaitEnded(true));
        scenario.jobs().next(JobTypes.CHECK_BRANDING, new BrandingChecked(false));
        scenario.jobs().next(JobTypes.CHECK_BRANDING, new BrandingChecked(true));
        scenario.reachesSetUp();
        scenario.requestsDomain();
        scenario.waitsAt("CallActivity_SetUpDomain");
        scenario.passes(ScriptedJobs.BRANDING.giveUp());
        scenario.waitsAt("Task_CallReseller");

        scenario.decidesInTasklist("Task_CallReseller", "close");
        scenario.hasPassed("Gateway_BrandingDone");
        scenario.happens(MessageTypes.BRANDING_COMPLETED, scenario.applicationId());

        scenario.waitsAt("CallActivity_SetUpDomain");
        scenario.hasNotReached("EndEvent_OnboardingClosed");
    }

    @Test
    void endsTheCallWhenTheBrandingIsCompletedMeanwhile() {
        scenario.reachesSetUp();
        scenario.requestsDomain();
        scenario.waitsAt("CallActivity_SetUpDomain");
        scenario.passes(ScriptedJobs.BRANDING.giveUp());
        scenario.waitsAt("Task_CallReseller");

        scenario.happens(MessageTypes.BRANDING_COMPLETED, scenario.applicationId());

        scenario.hasLeftWithoutCompleting("Task_CallReseller");
        scenario.hasPassed("Gateway_BrandingDone");
        scenario.isNotOver();
    }
}
