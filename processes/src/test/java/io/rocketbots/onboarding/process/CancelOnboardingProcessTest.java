package io.rocketbots.onboarding.process;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CancelOnboardingProcessTest {

    @RegisterExtension
    static final Scenario scenario = new Scenario();

    @Test
    void cancelsDuringTheReview() {
        scenario.submitApplication();
        scenario.waitsAt("Task_ReviewApplication");

        scenario.happens(MessageTypes.ONBOARDING_CANCELLED, scenario.applicationId());

        scenario.hasPassed("Task_CancelOnboarding");
        scenario.endedAt("EndEvent_OnboardingCancelled");
    }

    @Test
    void cancelsWhileTheApplicantIsAsked() {
        scenario.submitApplication();
        scenario.decidesInTasklist("Task_ReviewApplication", "request-information");
        scenario.waitsAt("Task_AwaitInformation");

        scenario.happens(MessageTypes.ONBOARDING_CANCELLED, scenario.applicationId());

        scenario.hasPassed("Task_CancelOnboarding");
        scenario.endedAt("EndEvent_OnboardingCancelled");
    }

    @Test
    void cancelsWhileADuplicateAccountIsResolved() {
        scenario.jobs().nextFails(JobTypes.CREATE_ACCOUNT, StepError.ACCOUNT_EXISTS);
        scenario.submitApplication();
        scenario.decidesInTasklist("Task_ReviewApplication", "approve");
        scenario.waitsAt("Task_ResolveDuplicateAccount");

        scenario.happens(MessageTypes.ONBOARDING_CANCELLED, scenario.applicationId());

        scenario.hasPassed("Task_CancelOnboarding");
        scenario.endedAt("EndEvent_OnboardingCancelled");
    }

    @Test
    void cancelsBeforeTheActivation() {
        scenario.reachesActivation();

        scenario.happens(MessageTypes.ONBOARDING_CANCELLED, scenario.applicationId());

        scenario.hasPassed("Task_CancelOnboarding");
        scenario.endedAt("EndEvent_OnboardingCancelled");
    }

    @Test
    void cancelsDuringACallAndEndsTheCall() {
        scenario.reachesActivation();
        scenario.passes(ScriptedJobs.ACTIVATION.giveUp());
        scenario.waitsAt("Task_CallReseller");

        scenario.happens(MessageTypes.ONBOARDING_CANCELLED, scenario.applicationId());

        scenario.hasLeftWithoutCompleting("Task_CallReseller");
        scenario.hasPassed("Task_CancelOnboarding");
        scenario.endedAt("EndEvent_OnboardingCancelled");
    }

    @Test
    void cancelsDuringSetUpAndEndsTheWaitForTheDomain() {
        scenario.reachesSetUp();
        scenario.requestsDomain();
        scenario.waitsAt("SubProcess_AwaitCname");

        scenario.happens(MessageTypes.ONBOARDING_CANCELLED, scenario.applicationId());

        scenario.hasLeftWithoutCompleting("SubProcess_AwaitCname");
        scenario.hasPassed("Task_CancelOnboarding");
        scenario.endedAt("EndEvent_OnboardingCancelled");
    }
}
