package io.rocketbots.onboarding.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.rocketbots.onboarding.process.Variables.CnameChecked;
import io.rocketbots.onboarding.process.Variables.DecisionRecorded;
import io.rocketbots.onboarding.process.Variables.DomainActivated;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DomainSetupProcessTest {

    @RegisterExtension
    static final Scenario scenario = new Scenario();

    @Test
    void activatesTheDomainAsSoonAsTheRecordIsFound() {
        scenario.jobs()
                .next(
                        JobTypes.CHECK_CNAME,
                        new CnameChecked(true, scenario.jobs().in(1)));

        scenario.domainIsRequested();

        scenario.hasPassed("Task_ActivateDomain");
        scenario.endedAt("EndEvent_DomainLive");
        assertThat(scenario.variable("domainLive")).isEqualTo("true");
    }

    @Test
    void looksAgainWhenTheNextCheckIsDue() {
        scenario.domainIsRequested();
        scenario.waitsAt("Gateway_NextCheck");
        scenario.jobs()
                .next(
                        JobTypes.CHECK_CNAME,
                        new CnameChecked(true, scenario.jobs().in(1)));

        scenario.passes(Duration.ofHours(1));

        scenario.hasPassed("CatchEvent_NextCheckDue");
        scenario.endedAt("EndEvent_DomainLive");
    }

    @Test
    void looksAtOnceWhenSomebodyPressesCheckNow() {
        scenario.domainIsRequested();
        scenario.waitsAt("Gateway_NextCheck");
        scenario.jobs()
                .next(
                        JobTypes.CHECK_CNAME,
                        new CnameChecked(true, scenario.jobs().in(1)));

        scenario.happens(MessageTypes.DNS_CHECK_REQUESTED, scenario.domainId());

        scenario.hasPassed("CatchEvent_CheckRequested");
        scenario.endedAt("EndEvent_DomainLive");
    }

    @Test
    void goesOnLookingAsLongAsTheRecordIsMissing() {
        scenario.domainIsRequested();
        scenario.waitsAt("Gateway_NextCheck");

        scenario.passes(Duration.ofHours(1));
        scenario.hasPassed("Task_CheckCname", 2);
        scenario.passes(Duration.ofHours(1));

        scenario.hasPassed("Task_CheckCname", 3);
        scenario.isNotOver();
    }

    @Test
    void mailsTheDiagnosisThreeTimes() {
        scenario.domainIsRequested();
        scenario.waitsAt("Gateway_NextCheck");

        scenario.passes(ScriptedJobs.CNAME.first());
        scenario.hasPassed("EndEvent_DiagnosisSent", 1);
        scenario.passesFrom(ScriptedJobs.CNAME.first(), ScriptedJobs.CNAME.second());
        scenario.hasPassed("EndEvent_DiagnosisSent", 2);
        scenario.passesFrom(ScriptedJobs.CNAME.second(), ScriptedJobs.CNAME.third());

        scenario.hasPassed("EndEvent_DiagnosisSent", 3);
        scenario.waitsAt("SubProcess_AwaitCname");
    }

    @Test
    void startsOverWhenTheDomainIsChangedWhileItWaits() {
        scenario.domainIsRequested();
        scenario.waitsAt("Gateway_NextCheck");

        scenario.happens(MessageTypes.DOMAIN_CHANGED, scenario.domainId());

        scenario.hasPassed("Task_StartDomainSetup", 2);
        scenario.waitsAt("SubProcess_AwaitCname", 2);
    }

    @Test
    void startsOverWhenTheDomainWasChangedBeforeItsActivation() {
        scenario.jobs()
                .next(
                        JobTypes.CHECK_CNAME,
                        new CnameChecked(true, scenario.jobs().in(1)));
        scenario.jobs().nextFails(JobTypes.ACTIVATE_DOMAIN, StepError.DOMAIN_CHANGED);

        scenario.domainIsRequested();

        scenario.hasPassed("BoundaryEvent_DomainChangedMeanwhile");
        scenario.waitsAt("SubProcess_AwaitCname", 2);
    }

    @Test
    void asksTheTeamForHelpWhenTimeIsUp() {
        scenario.domainIsRequested();
        scenario.waitsAt("Gateway_NextCheck");

        scenario.passes(ScriptedJobs.CNAME.giveUp());

        var task = scenario.userTask("Task_HelpWithDomain");
        assertThat(task.getCandidateGroupsList()).containsExactly("partner-team");
        assertThat(scenario.inputs(JobTypes.OPEN_TASK))
                .containsEntry("taskKind", TaskKind.DOMAIN_HELP.id())
                .containsEntry("businessId", scenario.domainId());
    }

    @Test
    void keepsTryingWhenTheTeamSaysSo() {
        scenario.domainIsRequested();
        scenario.waitsAt("Gateway_NextCheck");
        scenario.passes(ScriptedJobs.CNAME.giveUp());
        scenario.waitsAt("Task_HelpWithDomain");

        scenario.decidesInTasklist("Task_HelpWithDomain", "keep-trying");

        scenario.hasPassed("Task_StartDomainSetup", 2);
        scenario.waitsAt("SubProcess_AwaitCname", 2);
    }

    @Test
    void releasesTheDomainThatIsGivenUp() {
        scenario.domainIsRequested();
        scenario.waitsAt("Gateway_NextCheck");
        scenario.passes(ScriptedJobs.CNAME.giveUp());
        scenario.waitsAt("Task_HelpWithDomain");

        scenario.decidesInConsole(TaskKind.DOMAIN_HELP, scenario.domainId(), 1, "give-up");

        scenario.hasLeftWithoutCompleting("Task_HelpWithDomain");
        scenario.hasPassed("Task_ReleaseDomain");
        scenario.endedAt("EndEvent_DomainGivenUp");
        assertThat(scenario.variable("domainLive")).isEqualTo("false");
    }

    @Test
    void startsOverWhenTheDomainIsChangedWhileTheTeamHelps() {
        scenario.domainIsRequested();
        scenario.waitsAt("Gateway_NextCheck");
        scenario.passes(ScriptedJobs.CNAME.giveUp());
        scenario.waitsAt("Task_HelpWithDomain");

        scenario.happens(MessageTypes.DOMAIN_CHANGED, scenario.domainId());

        scenario.hasLeftWithoutCompleting("Task_HelpWithDomain");
        scenario.waitsAt("SubProcess_AwaitCname", 2);
    }

    @Test
    void opensTheHelpTaskAgainWhenTheAnswerIsVoid() {
        scenario.domainIsRequested();
        scenario.waitsAt("Gateway_NextCheck");
        scenario.passes(ScriptedJobs.CNAME.giveUp());
        scenario.waitsAt("Task_HelpWithDomain");

        scenario.decidesInTasklist("Task_HelpWithDomain", DecisionRecorded.REOPEN);

        scenario.waitsAt("Task_HelpWithDomain", 2);
    }

    @Test
    void remindsAndEscalatesTheHelpTask() {
        scenario.domainIsRequested();
        scenario.waitsAt("Gateway_NextCheck");
        scenario.passes(ScriptedJobs.CNAME.giveUp());
        scenario.waitsAt("Task_HelpWithDomain");

        scenario.passes(Duration.ofDays(3));
        scenario.hasPassed("EndEvent_TeamReminded");
        scenario.passes(Duration.ofDays(4));

        scenario.hasPassed("EndEvent_TaskEscalated");
        scenario.waitsAt("Task_HelpWithDomain");
    }

    @Test
    void setsUpAnotherNameOfALivePlatformAndReleasesTheFormerOneLater() {
        scenario.jobs()
                .next(
                        JobTypes.CHECK_CNAME,
                        new CnameChecked(true, scenario.jobs().in(1)));
        scenario.jobs().next(JobTypes.ACTIVATE_DOMAIN, movedFromAFormerName());

        scenario.domainChangeIsRequested();
        scenario.waitsAt("CatchEvent_RedirectOver");
        scenario.hasNotReached("Task_ReleaseFormerDomain");
        scenario.passes(Duration.ofDays(30));

        scenario.endedAt("EndEvent_FormerDomainReleased");
        assertThat(scenario.inputs(JobTypes.RELEASE_FORMER_DOMAIN))
                .containsEntry("formerDomainId", scenario.jobs().formerDomainId.toString());
    }

    @Test
    void asksTheTeamForHelpWithAnotherNameToo() {
        scenario.domainChangeIsRequested();
        scenario.waitsAt("Gateway_NextCheck");

        scenario.passes(ScriptedJobs.CNAME.giveUp());

        scenario.waitsAt("Task_HelpWithDomain");
    }

    @Test
    void endsWhenTheChangeIsCancelledWhileItWaits() {
        scenario.domainChangeIsRequested();
        scenario.waitsAt("Gateway_NextCheck");

        scenario.happens(MessageTypes.DOMAIN_RELEASED, scenario.domainId());

        scenario.endedAt("EndEvent_SetupCancelled");
        scenario.hasNotReached("Task_ActivateDomain");
    }

    @Test
    void releasesNothingMoreWhenTheResellerHasLeft() {
        scenario.jobs()
                .next(
                        JobTypes.CHECK_CNAME,
                        new CnameChecked(true, scenario.jobs().in(1)));
        scenario.jobs().next(JobTypes.ACTIVATE_DOMAIN, movedFromAFormerName());
        scenario.domainChangeIsRequested();
        scenario.waitsAt("CatchEvent_RedirectOver");

        scenario.happens(MessageTypes.DOMAIN_RELEASED, scenario.domainId());

        scenario.endedAt("EndEvent_SetupCancelled");
        scenario.hasNotReached("Task_ReleaseFormerDomain");
    }

    @Test
    void endsAtOnceWhenAnotherInstanceSetsTheDomainUp() {
        scenario.jobs().nextFails(JobTypes.START_DOMAIN_SETUP, StepError.DUPLICATE_START);

        scenario.domainChangeIsRequested();

        scenario.endedAt("EndEvent_AlreadyRunning");
        scenario.hasNotReached("SubProcess_AwaitCname");
    }

    private static DomainActivated movedFromAFormerName() {
        return new DomainActivated(
                true, scenario.jobs().formerDomainId, scenario.jobs().in(30));
    }
}
