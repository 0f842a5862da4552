package io.rocketbots.onboarding.process;

import io.rocketbots.onboarding.process.Variables.InvitationExpired;
import io.rocketbots.onboarding.process.Variables.InvitationSent;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class UserInvitationProcessTest {

    @RegisterExtension
    static final Scenario scenario = new Scenario();

    @Test
    void grantsAccessWhenTheInvitationIsAccepted() {
        scenario.invites();
        scenario.waitsAt("Task_AwaitAcceptance");

        scenario.happens(MessageTypes.INVITATION_ACCEPTED, scenario.invitationId());

        scenario.hasPassed("Task_GrantAccess");
        scenario.endedAt("EndEvent_AccessGranted");
    }

    @Test
    void endsAtOnceWhenAnotherInstanceRuns() {
        scenario.jobs().nextFails(JobTypes.SEND_INVITATION, StepError.DUPLICATE_START);

        scenario.invites();

        scenario.endedAt("EndEvent_AlreadyRunning");
    }

    @Test
    void doesNotWaitForWhatHasHappenedAlready() {
        scenario.jobs().next(JobTypes.SEND_INVITATION, new InvitationSent("accepted", ScriptedJobs.INVITATION));

        scenario.invites();

        scenario.hasNotReached("Task_AwaitAcceptance");
        scenario.endedAt("EndEvent_AccessGranted");
    }

    @Test
    void sendsNothingOnceTheInvitationIsClosed() {
        scenario.jobs().next(JobTypes.SEND_INVITATION, new InvitationSent("closed", ScriptedJobs.INVITATION));

        scenario.invites();

        scenario.hasNotReached("Task_AwaitAcceptance");
        scenario.endedAt("EndEvent_InvitationClosed");
    }

    @Test
    void endsWhenTheInvitationIsRevoked() {
        scenario.invites();
        scenario.waitsAt("Task_AwaitAcceptance");

        scenario.happens(MessageTypes.INVITATION_REVOKED, scenario.invitationId());

        scenario.endedAt("EndEvent_InvitationRevoked");
    }

    @Test
    void tellsWhoInvitedThatTheMailCannotBeDelivered() {
        scenario.invites();
        scenario.waitsAt("Task_AwaitAcceptance");

        scenario.happens(MessageTypes.INVITATION_UNDELIVERABLE, scenario.invitationId());

        scenario.hasPassed("Task_ReportUndeliverable");
        scenario.endedAt("EndEvent_InvitationUndeliverable");
    }

    @Test
    void remindsTwiceAndExpires() {
        scenario.invites();
        scenario.waitsAt("Task_AwaitAcceptance");

        scenario.passes(Duration.ofDays(3));
        scenario.hasPassed("EndEvent_InviteeReminded");
        scenario.passes(Duration.ofDays(4));
        scenario.hasPassed("EndEvent_InviteeReminded", 2);
        scenario.passes(Duration.ofDays(7));

        scenario.hasPassed("Task_ExpireInvitation");
        scenario.endedAt("EndEvent_InvitationExpired");
    }

    @Test
    void beginsAnewWhenTheInvitationIsSentAgain() {
        scenario.invites();
        scenario.waitsAt("Task_AwaitAcceptance");
        scenario.passes(Duration.ofDays(10));

        scenario.happens(MessageTypes.INVITATION_RESENT, scenario.invitationId());
        scenario.waitsAt("Task_AwaitAcceptance", 2);
        scenario.passes(Duration.ofDays(10));

        scenario.hasNotReached("Task_ExpireInvitation");
        scenario.passes(Duration.ofDays(4));
        scenario.endedAt("EndEvent_InvitationExpired");
    }

    @Test
    void grantsAccessWhenTheInvitationWasAcceptedInTheLastMoment() {
        scenario.jobs().next(JobTypes.EXPIRE_INVITATION, new InvitationExpired("accepted"));
        scenario.invites();
        scenario.waitsAt("Task_AwaitAcceptance");

        scenario.passes(Duration.ofDays(14));

        scenario.hasPassed("Task_GrantAccess");
        scenario.endedAt("EndEvent_AccessGranted");
    }
}
