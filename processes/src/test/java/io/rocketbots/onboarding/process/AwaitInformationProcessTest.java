package io.rocketbots.onboarding.process;

import io.rocketbots.onboarding.process.Variables.InformationRequested;
import io.rocketbots.onboarding.process.Variables.WaitEnded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AwaitInformationProcessTest {

    @RegisterExtension
    static final Scenario scenario = new Scenario();

    @Test
    void asksTheApplicantAndWaits() {
        scenario.submitApplication();
        scenario.decidesInTasklist("Task_ReviewApplication", "request-information");

        scenario.hasPassed("Task_RequestInformation");
        scenario.waitsAt("Task_AwaitInformation");
    }

    @Test
    void opensANewRoundWhenTheApplicantAnswers() {
        scenario.submitApplication();
        scenario.decidesInTasklist("Task_ReviewApplication", "request-information");
        scenario.waitsAt("Task_AwaitInformation");

        scenario.happens(MessageTypes.INFORMATION_PROVIDED, scenario.applicationId() + ":1");

        scenario.hasPassed("Task_AwaitInformation");
        scenario.waitsAt("Task_ReviewApplication", 2);
    }

    @Test
    void skipsTheWaitWhenTheApplicantHasAlreadyAnswered() {
        scenario.jobs().next(JobTypes.REQUEST_INFORMATION, new InformationRequested(true));

        scenario.submitApplication();
        scenario.decidesInTasklist("Task_ReviewApplication", "request-information");

        scenario.waitsAt("Task_ReviewApplication", 2);
        scenario.hasNotReached("Task_AwaitInformation");
    }

    @Test
    void waitsAgainInEveryRoundThatAsks() {
        scenario.submitApplication();
        scenario.decidesInTasklist("Task_ReviewApplication", "request-information");
        scenario.happens(MessageTypes.INFORMATION_PROVIDED, scenario.applicationId() + ":1");
        scenario.waitsAt("Task_ReviewApplication", 2);

        scenario.decidesInTasklist("Task_ReviewApplication", "request-information");

        scenario.waitsAt("Task_AwaitInformation", 2);
    }

    @Test
    void remindsTheApplicantThreeTimes() {
        scenario.submitApplication();
        scenario.decidesInTasklist("Task_ReviewApplication", "request-information");
        scenario.waitsAt("Task_AwaitInformation");

        scenario.passes(ScriptedJobs.INFORMATION.first());
        scenario.hasPassed("EndEvent_ApplicantReminded", 1);
        scenario.passesFrom(ScriptedJobs.INFORMATION.first(), ScriptedJobs.INFORMATION.second());
        scenario.hasPassed("EndEvent_ApplicantReminded", 2);
        scenario.passesFrom(ScriptedJobs.INFORMATION.second(), ScriptedJobs.INFORMATION.third());

        scenario.hasPassed("EndEvent_ApplicantReminded", 3);
        scenario.waitsAt("Task_AwaitInformation");
    }

    @Test
    void withdrawsTheApplicationWhenTheApplicantNeverAnswers() {
        scenario.submitApplication();
        scenario.decidesInTasklist("Task_ReviewApplication", "request-information");
        scenario.waitsAt("Task_AwaitInformation");

        scenario.passes(ScriptedJobs.INFORMATION.giveUp());

        scenario.hasPassed("Task_WithdrawApplication");
        scenario.endedAt("EndEvent_ApplicationWithdrawn");
    }

    @Test
    void goesOnWithTheReviewWhenTheAnswerCameInTimeAndItsMessageIsLate() {
        scenario.jobs().next(JobTypes.WITHDRAW_APPLICATION, new WaitEnded(true));
        scenario.submitApplication();
        scenario.decidesInTasklist("Task_ReviewApplication", "request-information");
        scenario.waitsAt("Task_AwaitInformation");
        scenario.passes(ScriptedJobs.INFORMATION.giveUp());
        scenario.waitsAt("Task_ReviewApplication", 2);

        scenario.happens(MessageTypes.INFORMATION_PROVIDED, scenario.applicationId() + ":1");
        scenario.decidesInTasklist("Task_ReviewApplication", "request-information");

        // The late answer of the last round ends no wait of this one.
        scenario.waitsAt("Task_AwaitInformation", 2);
    }
}
