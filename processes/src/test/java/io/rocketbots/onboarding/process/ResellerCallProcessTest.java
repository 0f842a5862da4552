package io.rocketbots.onboarding.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.rocketbots.onboarding.process.Variables.DecisionRecorded;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ResellerCallProcessTest {

    @RegisterExtension
    static final Scenario scenario = new Scenario();

    @Test
    void opensATaskForTheTeam() {
        scenario.callIsNeeded();

        var task = scenario.userTask("Task_CallReseller");
        assertThat(task.getCandidateGroupsList()).containsExactly("partner-team");
        assertThat(task.getDueDate()).isNotEmpty();
    }

    @Test
    void extendsThroughTasklist() {
        scenario.callIsNeeded();

        scenario.decidesInTasklist("Task_CallReseller", "extend");

        scenario.endedAt("EndEvent_TimeExtended");
    }

    @Test
    void closesThroughTheConsole() {
        scenario.callIsNeeded();
        scenario.waitsAt("Task_CallReseller");

        scenario.decidesInConsole(TaskKind.CALL, scenario.applicationId(), 1, "close");

        scenario.hasLeftWithoutCompleting("Task_CallReseller");
        scenario.endedAt("EndEvent_ResellerGivesUp");
    }

    @Test
    void opensTheTaskAgainWhenTheAnswerIsVoid() {
        scenario.callIsNeeded();

        scenario.decidesInTasklist("Task_CallReseller", DecisionRecorded.REOPEN);

        scenario.waitsAt("Task_CallReseller", 2);
    }

    @Test
    void remindsAndEscalates() {
        scenario.callIsNeeded();
        scenario.waitsAt("Task_CallReseller");

        scenario.passes(Duration.ofDays(3));
        scenario.hasPassed("EndEvent_TeamReminded");
        scenario.passes(Duration.ofDays(4));

        scenario.hasPassed("EndEvent_TaskEscalated");
        scenario.waitsAt("Task_CallReseller");
    }
}
