package io.rocketbots.onboarding.admission.task.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rocketbots.onboarding.admission.application.Application;
import io.rocketbots.onboarding.admission.application.ApplicationState;
import io.rocketbots.onboarding.admission.application.Applications;
import io.rocketbots.onboarding.admission.task.DecideTask;
import io.rocketbots.onboarding.admission.task.DecideTask.AlreadyDecided;
import io.rocketbots.onboarding.admission.task.DecideTask.Impossible;
import io.rocketbots.onboarding.admission.task.Desk;
import io.rocketbots.onboarding.admission.task.SettleDecision;
import io.rocketbots.onboarding.admission.task.Task;
import io.rocketbots.onboarding.admission.task.TaskDecision;
import io.rocketbots.onboarding.admission.task.TaskDecision.Door;
import io.rocketbots.onboarding.admission.task.TaskDecisions;
import io.rocketbots.onboarding.admission.task.TaskState;
import io.rocketbots.onboarding.admission.task.UndoDecision;
import io.rocketbots.onboarding.kernel.id.PlatformId;
import io.rocketbots.onboarding.kernel.persistence.OnEachDatabase;
import io.rocketbots.onboarding.kernel.persistence.TestDatabase;
import io.rocketbots.onboarding.process.JobTypes;
import io.rocketbots.onboarding.process.Variables.DecisionRecorded;
import io.rocketbots.onboarding.process.Variables.OpenTask;
import io.rocketbots.onboarding.process.Variables.TaskAnswer;
import io.rocketbots.onboarding.tenancy.account.Account;
import io.rocketbots.onboarding.tenancy.account.Accounts;
import io.rocketbots.onboarding.tenancy.account.Role;
import io.rocketbots.onboarding.tenancy.account.Roles;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import io.rocketbots.onboarding.tenancy.reseller.Resellers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

@OnEachDatabase
class RecordDecisionJdbcTest {

    private final Desk desk;
    private Application application;
    private Task task;

    RecordDecisionJdbcTest(TestDatabase database) {
        desk = new Desk(database);
    }

    @BeforeEach
    void aReviewIsOpen() {
        application = desk.application();
        task = desk.review(application);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void recordsWhatTheConsoleDecided() {
        decideInConsole("approve", Map.of("message", "Welcome!"));
        desk.sendOutbox();

        DecisionRecorded recorded = desk.record(task, null);

        assertThat(recorded).isEqualTo(new DecisionRecorded("approve", "console", null));
        assertThat(decision().field("message")).contains("Welcome!");
        assertThat(desk.task(task.id().value()).state()).isEqualTo(TaskState.DONE);
        assertThat(desk.application(application.id()).state()).isEqualTo(ApplicationState.APPROVED);
        assertThat(desk.timeline(application.id())).containsExactly("Rita Reviewer: Review application: Approve");
    }

    @Test
    void recordsWhatCameFromTasklistAndEmptiesTheVariable() {
        DecisionRecorded recorded = desk.record(task, Desk.answer("reject", "R2", "Not now."));

        assertThat(recorded).isEqualTo(new DecisionRecorded("reject", "tasklist", null));
        assertThat(decision().decidedBy()).isEqualTo(desk.ron.id());
        assertThat(decision().field("message")).contains("Not now.");
        assertThat(desk.task(task.id().value()).state()).isEqualTo(TaskState.DONE);
    }

    @Test
    void saysTheSameWhenTheJobComesTwice() {
        TaskAnswer answer = Desk.answer("approve", "R1", null);

        DecisionRecorded first = desk.record(task, answer);
        DecisionRecorded second = desk.record(task, answer);

        assertThat(second).isEqualTo(first);
        assertThat(desk.timeline(application.id())).hasSize(1);
    }

    @Test
    void tasklistWinsWhileTheConsolesMessageIsHeldBackAndTheConsolesUserIsTold() {
        decideInConsole("approve", Map.of());

        DecisionRecorded recorded = desk.record(task, Desk.answer("reject", "R2", "Not now."));

        assertThat(recorded.decision()).isEqualTo("reject");
        assertThat(recorded.door()).isEqualTo("tasklist");
        assertThat(desk.outbox()).isEmpty();
        assertThat(desk.mails(application.id())).contains("decision-overtaken rita");
        assertThat(desk.mails(application.id())).doesNotContain("decision-overtaken ron");
    }

    @Test
    void theConsoleWinsOnceItsMessageHasGoneOutAndTasklistsUserIsTold() {
        decideInConsole("approve", Map.of());
        desk.sendOutbox();

        DecisionRecorded recorded = desk.record(task, Desk.answer("reject", "R2", "Not now."));

        assertThat(recorded).isEqualTo(new DecisionRecorded("approve", "console", null));
        assertThat(desk.mails(application.id())).contains("decision-overtaken ron");
        assertThat(desk.application(application.id()).state()).isEqualTo(ApplicationState.APPROVED);
    }

    @Test
    void aDecisionOnATaskThatWasClosedIsVoidAndWhoeverMadeItIsTold() {
        decideInConsole("approve", Map.of());
        closeTheTask();
        desk.sendOutbox();

        DecisionRecorded recorded = desk.record(task, null);
        DecisionRecorded again = desk.record(task, null);

        assertThat(recorded).isEqualTo(new DecisionRecorded("reopen", "console", null));
        assertThat(again).isEqualTo(recorded);
        assertThat(desk.task(task.id().value()).state()).isEqualTo(TaskState.CANCELLED);
        assertThat(desk.application(application.id()).state()).isEqualTo(ApplicationState.UNDER_REVIEW);
        assertThat(desk.mails(application.id())).containsOnlyOnce("decision-void rita");
        assertThat(desk.timeline(application.id()))
                .containsExactly(
                        "The system: What Rita Reviewer decided on “Review application” (Approve) is void: the task"
                                + " was closed before, since the case went on without it.");
    }

    @Test
    void nothingIsPendingOnATaskThatWasClosedThoughTheProcessNeverAsks() {
        decideInConsole("approve", Map.of());
        closeTheTask();
        closeTheTask();

        assertThat(decision().isRecorded()).isTrue();
        assertThat(decision().isVoid()).isTrue();
        assertThat(desk.outbox()).isEmpty();
        assertThat(desk.mails(application.id())).containsOnlyOnce("decision-void rita");
        assertThat(desk.timeline(application.id())).hasSize(1);
    }

    @Test
    void nothingIsPendingThoughItsMessageHasGoneOutBeforeTheTaskWasClosed() {
        decideInConsole("approve", Map.of());
        desk.sendOutbox();
        closeTheTask();

        assertThat(decision().isVoid()).isTrue();
        assertThat(desk.mails(application.id())).containsOnlyOnce("decision-void rita");
    }

    @Test
    void bothDoorsAreToldOfATaskThatWasClosed() {
        decideInConsole("approve", Map.of());
        closeTheTask();

        DecisionRecorded recorded = desk.record(task, Desk.answer("reject", "R2", "Not now."));
        DecisionRecorded again = desk.record(task, Desk.answer("reject", "R2", "Not now."));

        assertThat(recorded.decision()).isEqualTo("reopen");
        assertThat(again).isEqualTo(recorded);
        assertThat(desk.outbox()).isEmpty();
        assertThat(desk.timeline(application.id())).hasSize(2);
        assertThat(desk.mails(application.id()))
                .containsOnlyOnce("decision-void rita")
                .containsOnlyOnce("decision-void ron");
    }

    @Test
    void whatComesFromTasklistOnATaskThatWasClosedIsVoid() {
        closeTheTask();

        DecisionRecorded recorded = desk.record(task, Desk.answer("reject", "R2", "Not now."));

        assertThat(recorded).isEqualTo(new DecisionRecorded("reopen", "tasklist", null));
        assertThat(decision().decidedBy()).isEqualTo(desk.ron.id());
        assertThat(desk.mails(application.id())).containsOnlyOnce("decision-void ron");
    }

    @Test
    void anUnknownStaffCodeIsVoidAndOpensTheReviewAgain() {
        DecisionRecorded recorded = desk.record(task, Desk.answer("approve", "X9", null));

        assertThat(recorded.decision()).isEqualTo("reopen");
        assertThat(desk.application(application.id()).state()).isEqualTo(ApplicationState.UNDER_REVIEW);
        assertThat(desk.task(task.id().value()).state()).isEqualTo(TaskState.DONE);
        assertThat(desk.timeline(application.id()))
                .containsExactly(
                        "The system: An answer to “Review application” from Tasklist is void: nobody of the team has"
                                + " the staff code that was given. The task is open again.");
    }

    @Test
    void aReviewerOfTheApplicantsOwnCompanyIsVoid() {
        Application ours =
                desk.the(Applications.class).save(desk.application().correctEmail("someone@rocketbots.example"));
        Task review = desk.task(desk.openReview(ours, 2).taskId());

        DecisionRecorded recorded = desk.record(review, Desk.answer("approve", "R1", null));

        assertThat(recorded.decision()).isEqualTo("reopen");
    }

    @Test
    void aRejectionWithoutAReasonIsVoid() {
        assertThat(desk.record(task, Desk.answer("reject", "R1", null)).decision())
                .isEqualTo("reopen");
    }

    @Test
    void aDecisionTheFormDoesNotOfferIsVoid() {
        assertThat(desk.record(task, Desk.answer("promote", "R1", "Yes")).decision())
                .isEqualTo("reopen");
    }

    @Test
    void aVoidAnswerDoesNotOvertakeTheConsole() {
        decideInConsole("approve", Map.of());

        DecisionRecorded recorded = desk.record(task, Desk.answer("reject", "X9", "Not now."));

        assertThat(recorded.decision()).isEqualTo("approve");
        assertThat(desk.outbox()).isEmpty();
    }

    @Test
    void aMessageNobodyStandsForOpensTheTaskAgain() {
        assertThat(desk.record(task, null).decision()).isEqualTo("reopen");
    }

    @Test
    void theConsoleIsToldWhoDecidedBefore() {
        desk.record(task, Desk.answer("reject", "R2", "Not now."));

        assertThatThrownBy(() -> decideInConsole("approve", Map.of()))
                .isInstanceOfSatisfying(
                        AlreadyDecided.class,
                        standing ->
                                assertThat(standing.decision().decidedByName()).isEqualTo("Ron Reviewer"));
    }

    @Test
    void anUndoneDecisionLeavesTheTaskToOthers() {
        decideInConsole("approve", Map.of());

        Optional<TaskDecision> undone = desk.the(UndoDecision.class).undo(task.id(), desk.rita.id());

        assertThat(undone).isPresent();
        assertThat(desk.outbox()).isEmpty();
        assertThat(desk.record(task, Desk.answer("reject", "R2", "Not now.")).decision())
                .isEqualTo("reject");
    }

    @Test
    void nothingIsUndoneAfterTheTimeForIt() {
        decideInConsole("approve", Map.of());
        desk.clock.advance(Duration.ofSeconds(31));

        Optional<TaskDecision> undone = desk.the(UndoDecision.class).undo(task.id(), desk.rita.id());

        assertThat(undone).isEmpty();
        assertThat(decision().decision()).isEqualTo("approve");
    }

    @Test
    void nobodyUndoesWhatSomebodyElseDecided() {
        decideInConsole("approve", Map.of());

        assertThat(desk.the(UndoDecision.class).undo(task.id(), desk.ron.id())).isEmpty();
    }

    @Test
    void noDoorLinksAnAccountThatBelongsToAnotherReseller() {
        Reseller other = otherResellerWithTheEmail();
        Task duplicate = duplicateAccountTask();

        assertThatThrownBy(() ->
                        desk.the(DecideTask.class).decide(duplicate.id(), desk.rita, "link-existing-account", Map.of()))
                .isInstanceOf(Impossible.class);
        DecisionRecorded answered = desk.record(duplicate, Desk.answer("link-existing-account", "R1", null));

        assertThat(answered.decision()).isEqualTo(DecisionRecorded.REOPEN);
        assertThat(desk.timeline(application.id()))
                .anyMatch(entry -> entry.contains("the account belongs to another reseller"));
        assertThat(other.applicationId()).isNotEqualTo(application.id());
    }

    @Test
    void anAccountWhoseResellerWasCancelledCanBeLinked() {
        desk.the(Resellers.class).save(otherResellerWithTheEmail().cancel());
        Task duplicate = duplicateAccountTask();

        DecisionRecorded answered = desk.record(duplicate, Desk.answer("link-existing-account", "R1", null));

        assertThat(answered.decision()).isEqualTo("link-existing-account");
    }

    private Reseller otherResellerWithTheEmail() {
        Account account = desk.the(Accounts.class)
                .save(Account.invite(
                        PlatformId.ROCKETBOTS,
                        application.contact().email(),
                        "Ada Applicant",
                        Roles.of(Role.RESELLER),
                        desk.clock.instant()));
        return desk.the(Resellers.class)
                .save(Reseller.create(
                        desk.application().id(), account.id(), "Other Chat", "other", desk.clock.instant()));
    }

    private Task duplicateAccountTask() {
        UUID about = application.id().value();
        return desk.task(desk.done(JobTypes.OPEN_TASK, new OpenTask("duplicate-account", about, about, null), 7)
                .taskId());
    }

    @RepeatedTest(5)
    void bothDoorsAtOnceGiveOneDecision() throws Exception {
        List<Boolean> consoleWon = atOnce(
                () -> decidesInConsole(), () -> desk.record(task, Desk.answer("reject", "R2", "Not now.")) == null);
        DecisionRecorded settled = desk.record(task, Desk.answer("reject", "R2", "Not now."));

        assertThat(settled.decision()).isEqualTo("reject");
        assertThat(decision().door()).isEqualTo(Door.TASKLIST);
        assertThat(desk.outbox()).isEmpty();
        // Either the console was refused and shows who decided, or it was overtaken and mailed.
        assertThat(desk.mails(application.id()).contains("decision-overtaken rita"))
                .isEqualTo(consoleWon.getFirst());
    }

    @RepeatedTest(5)
    void twoReviewersAtOnceGiveOneDecision() throws Exception {
        List<Boolean> won = atOnce(() -> decidesInConsole(), () -> decidesInConsole());

        assertThat(won).containsExactlyInAnyOrder(true, false);
        assertThat(desk.outbox()).hasSize(1);
    }

    @RepeatedTest(5)
    void undoAndTasklistAtOnceGiveOneDecision() throws Exception {
        decideInConsole("approve", Map.of());

        atOnce(
                () -> desk.the(UndoDecision.class)
                        .undo(task.id(), desk.rita.id())
                        .isPresent(),
                () -> desk.record(task, Desk.answer("reject", "R2", "Not now.")) == null);

        assertThat(decision().decision()).isEqualTo("reject");
        assertThat(desk.outbox()).isEmpty();
    }

    private void closeTheTask() {
        desk.inTransaction(() -> {
            desk.the(SettleDecision.class).close(application.id());
            return true;
        });
    }

    private boolean decidesInConsole() {
        try {
            decideInConsole("approve", Map.of());
            return true;
        } catch (AlreadyDecided somebodyElse) {
            return false;
        }
    }

    private void decideInConsole(String decision, Map<String, String> fields) {
        desk.the(DecideTask.class).decide(task.id(), desk.rita, decision, fields);
    }

    private TaskDecision decision() {
        return desk.the(TaskDecisions.class).get(task.id());
    }

    private static <T> List<T> atOnce(Callable<T> one, Callable<T> other) throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<T> first = threads.submit(() -> {
                start.await();
                return one.call();
            });
            Future<T> second = threads.submit(() -> {
                start.await();
                return other.call();
            });
            return List.of(first.get(), second.get());
        }
    }
}
