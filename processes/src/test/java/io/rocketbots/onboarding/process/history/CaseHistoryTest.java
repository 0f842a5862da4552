package io.rocketbots.onboarding.process.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.rocketbots.onboarding.process.ProcessId;
import io.rocketbots.onboarding.process.StepError;
import io.rocketbots.onboarding.process.TaskKind;
import io.rocketbots.onboarding.process.history.CaseHistory.Instance;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What the scenarios of the models do not show, since nothing gets lost or late there. That what follows is where the
 * engine stands, is compared in each of those scenarios.
 */
class CaseHistoryTest {

    private static final Instant MORNING = Instant.parse("2026-03-02T08:00:00Z");
    private static final String DOMAIN = "d1";

    private final List<Fact.OfStep> steps = new ArrayList<>();
    private final List<Fact.MessageSent> messages = new ArrayList<>();
    private Instant now = MORNING;

    @Test
    void everyModelCanBeRead() {
        assertThat(Stream.of(ProcessId.values())
                        .map(process -> CaseHistory.firstStep(process).name()))
                .containsExactly(
                        "Confirm receipt",
                        "Open task",
                        "Open introduction",
                        "Start domain setup",
                        "Start domain watch",
                        "Create space",
                        "Send invitation",
                        "Start offboarding");
    }

    @Test
    void everyTaskHasAStepThatOpensIt() {
        assertThat(Stream.of(TaskKind.values())
                        .map(kind -> CaseHistory.openingOf(kind).elementId()))
                .containsExactly(
                        "Task_OpenReview",
                        "Task_OpenTask",
                        "Task_OpenIntroduction",
                        "Task_OpenTask",
                        "Task_OpenTask",
                        "Task_OpenTask");
    }

    @Test
    void goesOnAlthoughTheOldTurnsOfALoopAreForgotten() {
        ends("Task_StartDomainSetup", Map.of("domainTiming", timing()));
        now = now.plus(Duration.ofHours(20));
        ends("Task_CheckCname", Map.of("cnameFound", false, "nextCheckAt", in(Duration.ofHours(1))));

        InstanceHistory history = history();

        assertThat(active(history)).containsExactly("SubProcess_AwaitCname", "Gateway_NextCheck");
        assertThat(history.whole()).isTrue();
        assertThat(history.active().getLast().dueAt()).isEqualTo(now.plus(Duration.ofHours(1)));
    }

    @Test
    void saysThatItBeganBeforeItWasWrittenDown() {
        ends("Task_CheckCname", Map.of("cnameFound", false, "nextCheckAt", in(Duration.ofHours(1))));

        InstanceHistory history = history();

        assertThat(active(history)).containsExactly("SubProcess_AwaitCname", "Gateway_NextCheck");
        assertThat(history.whole()).isFalse();
    }

    @Test
    void leavesOutAStepOfAnotherVersionOfTheModel() {
        ends("Task_StartDomainSetup", Map.of("domainTiming", timing()));
        ends("Task_AskTheOracle", Map.of());

        InstanceHistory history = history();

        assertThat(active(history)).containsExactly("SubProcess_AwaitCname", "Task_CheckCname");
        assertThat(history.whole()).isFalse();
    }

    @Test
    void isAtTheStepThatATimerLeadsToOnceItIsDue() {
        ends("Task_StartDomainSetup", Map.of("domainTiming", timing()));
        ends("Task_CheckCname", Map.of("cnameFound", false, "nextCheckAt", in(Duration.ofHours(1))));

        now = now.plus(Duration.ofHours(2));

        assertThat(history().stepsDue())
                .singleElement()
                .satisfies(step -> assertThat(step.since()).isEqualTo(MORNING.plus(Duration.ofHours(1))));
    }

    @Test
    void forgetsAReminderThatWasDueWhileTheTaskHadBeenLeftAlready() {
        helpIsNeeded();
        now = now.plus(Duration.ofDays(4));

        // Completed in Tasklist an hour before the reminder was due, but recorded only now.
        ends("Task_RecordDecision", Map.of("decision", "give-up"));

        assertThat(active(history())).containsExactly("Task_ReleaseDomain");
    }

    @Test
    void takesTheReminderBackWhenAWorkerWasOnlyLate() {
        helpIsNeeded();
        now = now.plus(Duration.ofDays(4));
        ends("Task_RecordDecision", Map.of("decision", "give-up"));

        ends("Task_RemindTeam", Map.of());

        InstanceHistory history = history();
        assertThat(active(history)).containsExactly("Task_ReleaseDomain");
        assertThat(history.visits()).anyMatch(visit -> visit.node().id().equals("Task_RemindTeam"));
        assertThat(history.whole()).isTrue();
    }

    @Test
    void staysAtAReminderThatIsStuckAfterItsTaskWasLeft() {
        helpIsNeeded();
        now = now.plus(Duration.ofDays(4));
        isStuck("Task_RemindTeam");

        ends("Task_RecordDecision", Map.of("decision", "give-up"));
        ends("Task_ReleaseDomain", Map.of());

        assertThat(active(history())).containsExactly("Task_RemindTeam");
        assertThat(history()).satisfies(history -> {
            assertThat(history.isOver()).isFalse();
            assertThat(history.whole()).isTrue();
        });
    }

    @Test
    void takesTheReminderBackThatWasFoundToBeStuckAfterItsTaskWasLeft() {
        helpIsNeeded();
        now = now.plus(Duration.ofDays(4));
        ends("Task_RecordDecision", Map.of("decision", "give-up"));

        isStuck("Task_RemindTeam");

        assertThat(active(history())).containsExactly("Task_ReleaseDomain", "Task_RemindTeam");
    }

    @Test
    void tellsAReminderThatIsStuckFromALaterOneThatWasSent() {
        ends("Task_StartDomainSetup", Map.of("domainTiming", timing()));
        ends("Task_CheckCname", Map.of("cnameFound", false, "nextCheckAt", in(Duration.ofDays(4))));
        now = now.plus(Duration.ofDays(1));
        isStuck("Task_SendDiagnosis");
        now = now.plus(Duration.ofDays(2));
        ends("Task_SendDiagnosis", Map.of());

        now = now.plus(Duration.ofDays(1));
        ends("Task_CheckCname", Map.of("cnameFound", true));

        assertThat(active(history())).containsExactly("Task_SendDiagnosis", "Task_ActivateDomain");
    }

    @Test
    void isAtAStepThatIsStuckBehindATaskThatWasCompletedInTasklist() {
        helpIsNeeded();

        isStuck("Task_RecordDecision");

        assertThat(active(history())).containsExactly("Task_RecordDecision");
        assertThat(history().whole()).isTrue();
    }

    @Test
    void leavesAStepThatFailedWhileItsWorkWasTakenFromIt() {
        ends("Task_StartDomainSetup", Map.of("domainTiming", timing()));
        messages.add(new Fact.MessageSent(now.plusSeconds(1), "domain-changed", DOMAIN, Duration.ofMinutes(1)));
        now = now.plusSeconds(2);

        isStuck("Task_CheckCname");

        assertThat(active(history())).containsExactly("Task_StartDomainSetup");
        assertThat(history().whole()).isTrue();
    }

    @Test
    void doesNotKnowAllWhenItCannotTellHowItCameToTheStepThatIsStuck() {
        ends("Task_StartDomainSetup", Map.of("domainTiming", timing()));

        isStuck("Task_RemindTeam");

        assertThat(active(history())).contains("Task_RemindTeam");
        assertThat(history().whole()).isFalse();
    }

    @Test
    void aMessageThatExpiredMovesNothingLater() {
        messages.add(new Fact.MessageSent(now, "domain-changed", DOMAIN, Duration.ofMinutes(1)));
        now = now.plus(Duration.ofHours(1));
        ends("Task_StartDomainSetup", Map.of("domainTiming", timing()));

        assertThat(active(history())).containsExactly("SubProcess_AwaitCname", "Task_CheckCname");
    }

    @Test
    void isOverWhenAnotherInstanceRunsTheCase() {
        steps.add(new Fact.StepEnded(now, "Task_StartDomainSetup", StepError.DUPLICATE_START.name(), Map.of()));

        assertThat(history()).satisfies(history -> {
            assertThat(history.isOver()).isTrue();
            assertThat(history.end()).map(ProcessGraph.FlowNode::name).contains("Already running");
        });
    }

    private void helpIsNeeded() {
        ends("Task_StartDomainSetup", Map.of("domainTiming", timing()));
        ends("Task_CheckCname", Map.of("cnameFound", false, "nextCheckAt", in(Duration.ofDays(60))));
        now = now.plus(Duration.ofDays(30));
        ends("Task_SendDiagnosis", Map.of());
        ends("Task_SendDiagnosis", Map.of());
        ends("Task_SendDiagnosis", Map.of());
        ends(
                "Task_OpenTask",
                Map.of("round", 1, "taskRemindAt", in(Duration.ofDays(3)), "taskEscalateAt", in(Duration.ofDays(7))));
    }

    private static Map<String, Object> timing() {
        return Map.of("first", "P1D", "second", "P3D", "third", "P7D", "giveUp", "P30D");
    }

    private String in(Duration time) {
        return now.plus(time).toString();
    }

    private void ends(String element, Map<String, Object> output) {
        Map<String, @Nullable Object> variables = Map.copyOf(output);
        steps.add(new Fact.StepEnded(now, element, null, variables));
    }

    private void isStuck(String element) {
        steps.add(new Fact.StepStuck(now, element));
    }

    private InstanceHistory history() {
        Instance instance = new Instance(
                1, ProcessId.DOMAIN_SETUP, DOMAIN, MORNING, Map.of("domainId", DOMAIN), List.copyOf(steps));
        return CaseHistory.follow(List.of(instance), messages, now)
                .values()
                .iterator()
                .next();
    }

    private static List<String> active(InstanceHistory history) {
        return history.active().stream().map(active -> active.node().id()).toList();
    }
}
