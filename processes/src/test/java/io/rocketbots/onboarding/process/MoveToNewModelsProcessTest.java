package io.rocketbots.onboarding.process;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rocketbots.onboarding.process.Variables.BrandingChecked;
import io.rocketbots.onboarding.process.Variables.CnameChecked;
import io.rocketbots.onboarding.process.Variables.DomainActivated;
import io.rocketbots.onboarding.process.Variables.LiveDomainChecked;
import io.rocketbots.onboarding.process.history.ProcessGraph;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Cases that began with an older release and wait, wherever a case may wait for long, are moved to the models of a newer
 * one, and go on there to their ends.
 */
class MoveToNewModelsProcessTest {

    @RegisterExtension
    static final Scenario scenario = Scenario.moving(MadeUpModels::older, MadeUpModels::newer);

    @Test
    void aReview() {
        scenario.submitApplication();
        scenario.waitsAt("Task_ReviewApplication");

        everythingMoves();

        scenario.decidesInTasklist("Task_ReviewApplication", "reject");
        endsOnTheNewModel("EndEvent_ApplicationRejected");
    }

    @Test
    void aReviewThatIsDecidedInTheConsole() {
        scenario.submitApplication();
        scenario.waitsAt("Task_ReviewApplication");

        everythingMoves();

        scenario.decidesInConsole(TaskKind.REVIEW, scenario.applicationId(), 1, "reject");
        endsOnTheNewModel("EndEvent_ApplicationRejected");
    }

    @Test
    void aQuestionToTheApplicant() {
        scenario.submitApplication();
        scenario.decidesInTasklist("Task_ReviewApplication", "request-information");
        scenario.waitsAt("Task_AwaitInformation");

        everythingMoves();

        scenario.happens(MessageTypes.INFORMATION_PROVIDED, scenario.applicationId() + ":1");
        scenario.waitsAt("Task_ReviewApplication", 2);
        scenario.decidesInTasklist("Task_ReviewApplication", "reject");
        endsOnTheNewModel("EndEvent_ApplicationRejected");
    }

    @Test
    void aWaitWhoseTimeGoesOnWhereItWas() {
        scenario.submitApplication();
        scenario.decidesInTasklist("Task_ReviewApplication", "request-information");
        scenario.waitsAt("Task_AwaitInformation");
        scenario.passes(ScriptedJobs.INFORMATION.first());
        scenario.hasPassed("EndEvent_ApplicantReminded", 1);

        everythingMoves();

        scenario.passesFrom(ScriptedJobs.INFORMATION.first(), ScriptedJobs.INFORMATION.second());
        scenario.hasPassed("EndEvent_ApplicantReminded", 2);
        scenario.passesFrom(ScriptedJobs.INFORMATION.second(), ScriptedJobs.INFORMATION.giveUp());
        endsOnTheNewModel("EndEvent_ApplicationWithdrawn");
    }

    @Test
    void aDuplicateAccount() {
        scenario.jobs().nextFails(JobTypes.CREATE_ACCOUNT, StepError.ACCOUNT_EXISTS);
        scenario.submitApplication();
        scenario.decidesInTasklist("Task_ReviewApplication", "approve");
        scenario.waitsAt("Task_ResolveDuplicateAccount");

        everythingMoves();

        scenario.decidesInTasklist("Task_ResolveDuplicateAccount", "reject");
        endsOnTheNewModel("EndEvent_ApplicationRejected");
    }

    @Test
    void anActivationThatIsAwaited() {
        scenario.reachesActivation();

        everythingMoves();

        scenario.happens(MessageTypes.ACCOUNT_ACTIVATED, scenario.applicationId());
        bothBranchesEnd();
    }

    @Test
    void aCallAboutTheActivation() {
        scenario.reachesActivation();
        scenario.passes(ScriptedJobs.ACTIVATION.giveUp());
        scenario.waitsAt("Task_CallReseller");

        everythingMoves();

        scenario.decidesInTasklist("Task_CallReseller", "close");
        scenario.hasPassed(MadeUpModels.newBefore("EndEvent_ResellerGivesUp"));
        endsOnTheNewModel("EndEvent_OnboardingClosed");
    }

    @Test
    void bothBranchesOfTheSetUp() {
        scenario.reachesSetUp();
        scenario.waitsAt("Task_AwaitBranding");
        scenario.waitsAt("Task_AwaitDomainRequest");

        everythingMoves();

        bothBranchesEnd();
    }

    @Test
    void theSetUpWithOneBranchDone() {
        scenario.jobs().next(JobTypes.CHECK_BRANDING, new BrandingChecked(true));
        scenario.reachesActivation();
        scenario.happens(MessageTypes.ACCOUNT_ACTIVATED, scenario.applicationId());
        scenario.waitsAt("Task_AwaitDomainRequest");

        everythingMoves();

        theRecordIsFoundAtTheNextLook();
        scenario.requestsDomain();
        scenario.hasPassed("EndEvent_DomainLive");
        endsOnTheNewModel("EndEvent_ResellerLive");
    }

    @Test
    void aDomainWhoseRecordIsAwaited() {
        scenario.reachesSetUp();
        scenario.requestsDomain();
        scenario.waitsAt("Gateway_NextCheck");

        everythingMoves();

        theRecordIsFoundAtTheNextLook();
        scenario.passes(Duration.ofHours(1));
        scenario.hasPassed("CatchEvent_NextCheckDue");
        scenario.hasPassed(MadeUpModels.newBefore("EndEvent_DomainLive"));
        scenario.happens(MessageTypes.BRANDING_COMPLETED, scenario.applicationId());
        endsOnTheNewModel("EndEvent_ResellerLive");
    }

    @Test
    void aDomainThatIsLookedAtOnRequest() {
        scenario.domainIsRequested();
        scenario.waitsAt("Gateway_NextCheck");

        everythingMoves();

        theRecordIsFoundAtTheNextLook();
        scenario.happens(MessageTypes.DNS_CHECK_REQUESTED, scenario.domainId());
        scenario.hasPassed("CatchEvent_CheckRequested");
        endsOnTheNewModel("EndEvent_DomainLive");
    }

    @Test
    void helpWithADomain() {
        scenario.domainIsRequested();
        scenario.waitsAt("Gateway_NextCheck");
        scenario.passes(ScriptedJobs.CNAME.giveUp());
        scenario.waitsAt("Task_HelpWithDomain");

        everythingMoves();

        scenario.decidesInTasklist("Task_HelpWithDomain", "give-up");
        endsOnTheNewModel("EndEvent_DomainGivenUp");
    }

    @Test
    void aFormerNameThatStillLeadsOn() {
        theRecordIsFoundAtTheNextLook();
        scenario.jobs()
                .next(
                        JobTypes.ACTIVATE_DOMAIN,
                        new DomainActivated(
                                true,
                                scenario.jobs().formerDomainId,
                                scenario.jobs().in(30)));
        scenario.domainChangeIsRequested();
        scenario.waitsAt("CatchEvent_RedirectOver");

        everythingMoves();

        scenario.passes(Duration.ofDays(30));
        endsOnTheNewModel("EndEvent_FormerDomainReleased");
    }

    @Test
    void aWatchedDomain() {
        scenario.domainGoesLive();
        scenario.waitsAt("Gateway_NextCheck");

        everythingMoves();

        scenario.passes(Duration.ofDays(1));
        scenario.hasPassed("Task_CheckLiveDomain");
        scenario.happens(MessageTypes.DOMAIN_RELEASED, scenario.domainId());
        endsOnTheNewModel("EndEvent_WatchOver");
    }

    @Test
    void aBrokenDomain() {
        scenario.jobs()
                .next(
                        JobTypes.CHECK_LIVE_DOMAIN,
                        new LiveDomainChecked(true, scenario.jobs().in(1)));
        scenario.domainGoesLive();
        scenario.waitsAt("Gateway_NextCheck");
        scenario.passes(Duration.ofDays(1));
        scenario.waitsAt("Gateway_NextRepairCheck");

        everythingMoves();

        scenario.passes(Duration.ofDays(7));
        scenario.hasPassed("Task_SuspendDomain");
        scenario.happens(MessageTypes.DOMAIN_RELEASED, scenario.domainId());
        endsOnTheNewModel("EndEvent_WatchOver");
    }

    @Test
    void anIntroduction() {
        scenario.createAccount();
        scenario.waitsAt("Task_IntroduceYourself");

        everythingMoves();

        scenario.decidesInTasklist(
                "Task_IntroduceYourself",
                Map.of(
                        "contactPerson", "Mara Lind",
                        "contactEmail", "mara@supplier.example",
                        "contactLink", "https://supplier.example/mara",
                        "decidedBy", "R-17"));
        endsOnTheNewModel("EndEvent_ContactShared");
    }

    @Test
    void anOffboardingThatNobodyHasConfirmed() {
        scenario.offboardingIsRequested();
        scenario.waitsAt("Task_ConfirmOffboarding");

        everythingMoves();

        scenario.decidesInTasklist("Task_ConfirmOffboarding", "keep");
        endsOnTheNewModel("EndEvent_ResellerKept");
    }

    @Test
    void anOffboardingInItsGracePeriod() {
        scenario.offboardingIsRequested();
        scenario.decidesInTasklist("Task_ConfirmOffboarding", "confirm");
        scenario.waitsAt("Task_AwaitWithdrawal");

        everythingMoves();

        scenario.passes(Duration.ofDays(30));
        scenario.hasPassed("EndEvent_LeavingResellerReminded", 2);
        endsOnTheNewModel("EndEvent_ResellerArchived");
    }

    @Test
    void anInvitation() {
        scenario.invites();
        scenario.waitsAt("Task_AwaitAcceptance");

        everythingMoves();

        scenario.happens(MessageTypes.INVITATION_ACCEPTED, scenario.invitationId());
        endsOnTheNewModel("EndEvent_AccessGranted");
    }

    @Test
    void aSpaceThatNobodyUsesYet() {
        scenario.requestSpace();
        scenario.waitsAt("Task_AwaitOwner");

        everythingMoves();

        scenario.happens(MessageTypes.SPACE_OWNER_JOINED, scenario.spaceId());
        endsOnTheNewModel("EndEvent_SpaceInUse");
    }

    @Test
    void aCaseThatIsCancelledAfterwards() {
        scenario.reachesSetUp();
        scenario.requestsDomain();
        scenario.waitsAt("Gateway_NextCheck");

        everythingMoves();

        scenario.happens(MessageTypes.ONBOARDING_CANCELLED, scenario.applicationId());
        endsOnTheNewModel("EndEvent_OnboardingCancelled");
    }

    @Test
    void twiceAsOnce() {
        scenario.submitApplication();
        scenario.waitsAt("Task_ReviewApplication");

        everythingMoves();
        everythingMoves();

        scenario.decidesInTasklist("Task_ReviewApplication", "reject");
        endsOnTheNewModel("EndEvent_ApplicationRejected");
    }

    @Test
    void notWhenThePlanNamesWhatTheOldModelLacks() {
        scenario.submitApplication();
        scenario.waitsAt("Task_ReviewApplication");

        assertThatThrownBy(() -> scenario.everythingMoves(
                        process -> Set.of("Task_ReviewApplication", MadeUpModels.newBefore("EndEvent_ResellerLive"))))
                .hasMessageContaining("INVALID_ARGUMENT")
                .hasMessageContaining("non-existing source element id 'Task_NewBeforeResellerLive'");
        staysOnTheOldModel();
    }

    @Test
    void notWhenWhereItStandsIsGone() {
        scenario.submitApplication();
        scenario.waitsAt("Task_ReviewApplication");

        assertThatThrownBy(() -> scenario.everythingMoves(process -> Set.of("StartEvent_OnboardingCancelled")))
                .hasMessageContaining("Task_ReviewApplication");
        staysOnTheOldModel();
    }

    private static void everythingMoves() {
        scenario.everythingMoves(process -> ProcessGraph.of(process).elementIds());
    }

    private static void theRecordIsFoundAtTheNextLook() {
        scenario.jobs()
                .next(
                        JobTypes.CHECK_CNAME,
                        new CnameChecked(true, scenario.jobs().in(1)));
    }

    private static void bothBranchesEnd() {
        scenario.waitsAt("Task_AwaitBranding");
        scenario.waitsAt("Task_AwaitDomainRequest");
        theRecordIsFoundAtTheNextLook();
        scenario.happens(MessageTypes.BRANDING_COMPLETED, scenario.applicationId());
        scenario.requestsDomain();
        endsOnTheNewModel("EndEvent_ResellerLive");
    }

    private static void endsOnTheNewModel(String endEvent) {
        scenario.hasPassed(MadeUpModels.newBefore(endEvent));
        scenario.endedAt(endEvent);
    }

    private static void staysOnTheOldModel() {
        scenario.decidesInTasklist("Task_ReviewApplication", "reject");
        scenario.endedAt("EndEvent_ApplicationRejected");
        scenario.hasPassed(MadeUpModels.oldBefore("EndEvent_ApplicationRejected"));
    }
}
