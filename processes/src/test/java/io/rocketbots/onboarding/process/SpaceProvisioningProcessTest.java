package io.rocketbots.onboarding.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.rocketbots.onboarding.process.Variables.SpaceActivated;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SpaceProvisioningProcessTest {

    @RegisterExtension
    static final Scenario scenario = new Scenario();

    @Test
    void makesTheSpaceAndWaitsForItsFirstOwner() {
        scenario.requestSpace();
        scenario.waitsAt("Task_AwaitOwner");
        scenario.hasPassed("Task_ActivateSpace");

        scenario.happens(MessageTypes.SPACE_OWNER_JOINED, scenario.spaceId());

        scenario.endedAt("EndEvent_SpaceInUse");
        scenario.hasNotReached("Task_RemindReseller");
    }

    @Test
    void waitsForNobodyWhenThereIsAnOwnerAlready() {
        scenario.jobs().next(JobTypes.ACTIVATE_SPACE, new SpaceActivated(true));

        scenario.requestSpace();

        scenario.endedAt("EndEvent_SpaceInUse");
        scenario.hasNotReached("Task_AwaitOwner");
    }

    @Test
    void remindsTheResellerTwiceAndEndsWhenTimeIsUp() {
        scenario.requestSpace();
        scenario.waitsAt("Task_AwaitOwner");

        scenario.passes(Duration.ofDays(3));
        scenario.hasPassed("Task_RemindReseller", 1);
        scenario.passes(Duration.ofDays(7));
        scenario.hasPassed("Task_RemindReseller", 2);
        scenario.waitsAt("Task_AwaitOwner");
        scenario.passes(Duration.ofDays(20));

        scenario.endedAt("EndEvent_NobodyJoined");
    }

    @Test
    void rejectsTheSpaceOfASuspendedReseller() {
        scenario.jobs().nextFails(JobTypes.CREATE_SPACE, StepError.RESELLER_SUSPENDED);

        scenario.requestSpace();

        scenario.endedAt("EndEvent_SpaceRejected");
        assertThat(scenario.inputs(JobTypes.REJECT_SPACE)).containsEntry("refusal", "RESELLER_SUSPENDED");
        scenario.hasNotReached("Task_ActivateSpace");
    }

    @Test
    void rejectsASpaceWhoseNameIsTaken() {
        scenario.jobs().nextFails(JobTypes.CREATE_SPACE, StepError.SPACE_NAME_TAKEN);

        scenario.requestSpace();

        scenario.endedAt("EndEvent_SpaceRejected");
        assertThat(scenario.inputs(JobTypes.REJECT_SPACE)).containsEntry("refusal", "SPACE_NAME_TAKEN");
    }

    @Test
    void endsAtOnceWhenAnotherInstanceRuns() {
        scenario.jobs().nextFails(JobTypes.CREATE_SPACE, StepError.DUPLICATE_START);

        scenario.requestSpace();

        scenario.endedAt("EndEvent_AlreadyRunning");
    }

    @Test
    void waitsNoLongerForACancelledSpace() {
        scenario.requestSpace();
        scenario.waitsAt("Task_AwaitOwner");

        scenario.happens(MessageTypes.SPACE_CANCELLED, scenario.spaceId());

        scenario.hasLeftWithoutCompleting("Task_AwaitOwner");
        scenario.endedAt("EndEvent_SpaceCancelled");
    }
}
