package io.rocketbots.onboarding.admission.introduction.step;

import static org.assertj.core.api.Assertions.assertThat;

import io.rocketbots.onboarding.admission.application.Applications;
import io.rocketbots.onboarding.admission.task.DecideTask;
import io.rocketbots.onboarding.admission.task.Desk;
import io.rocketbots.onboarding.admission.task.TaskState;
import io.rocketbots.onboarding.kernel.id.TaskId;
import io.rocketbots.onboarding.kernel.job.Job;
import io.rocketbots.onboarding.kernel.job.Outcome;
import io.rocketbots.onboarding.kernel.persistence.OnEachDatabase;
import io.rocketbots.onboarding.kernel.persistence.TestDatabase;
import io.rocketbots.onboarding.process.JobTypes;
import io.rocketbots.onboarding.process.StepError;
import io.rocketbots.onboarding.process.Variables.ForReseller;
import io.rocketbots.onboarding.process.Variables.ForTask;
import io.rocketbots.onboarding.process.Variables.IntroductionOpened;
import io.rocketbots.onboarding.process.Variables.TaskAnswer;
import io.rocketbots.onboarding.process.Variables.WaitEnded;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import io.rocketbots.onboarding.tenancy.reseller.Reseller.TeamContact;
import io.rocketbots.onboarding.tenancy.reseller.Resellers;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OnEachDatabase
class IntroductionStepsJdbcTest {

    private final Desk desk;
    private final Reseller reseller;

    IntroductionStepsJdbcTest(TestDatabase database) {
        desk = new Desk(database);
        reseller = desk.reseller();
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void asksForAnIntroductionOnceAndPromisesItWithinTwoWorkingDays() {
        IntroductionOpened first = open(1);
        IntroductionOpened again = open(1);

        assertThat(again).isEqualTo(first);
        assertThat(first.taskDueAt()).isEqualTo(Desk.MONDAY_MORNING.plus(Duration.ofDays(2)));
        assertThat(first.taskRemindAt()).isEqualTo(first.taskDueAt());
        assertThat(first.taskEscalateAt()).isEqualTo(Desk.MONDAY_MORNING.plus(Duration.ofDays(5)));
        assertThat(first.taskGivesUpAt()).isEqualTo(Desk.MONDAY_MORNING.plus(Duration.ofDays(10)));
        assertThat(first.caseUrl())
                .isEqualTo("https://rocketbots.example/team/applications/"
                        + reseller.applicationId().value());
        assertThat(reloaded().introductionDueAt()).isEqualTo(first.taskDueAt());
    }

    @Test
    void aSecondInstanceIsTurnedAway() {
        open(1);

        Outcome<IntroductionOpened> second = desk.run(
                JobTypes.OPEN_INTRODUCTION, new ForReseller(reseller.id().value()), new Job("Task", 2, 4712));

        assertThat(second).isEqualTo(Outcome.refused(StepError.DUPLICATE_START));
    }

    @Test
    void sharesTheContactOnce() {
        ForTask task = new ForTask(open(1).taskId());
        desk.record(
                desk.task(task.taskId()),
                new TaskAnswer(
                        "introduced", "R1", null, null, "Rita Reviewer", "rita@rocketbots.example", null, "Call me."));

        desk.done(JobTypes.SHARE_CONTACT, task, 2);
        desk.done(JobTypes.SHARE_CONTACT, task, 2);

        assertThat(reloaded().contact())
                .isEqualTo(new TeamContact("Rita Reviewer", "rita@rocketbots.example", null, "Call me."));
        assertThat(desk.mails(reseller.applicationId()))
                .containsExactly(
                        "introduction-made account:" + reseller.accountId().value());
        assertThat(desk.timeline(reseller.applicationId()))
                .endsWith("Rocketbots: Rita Reviewer is the contact from now on.")
                .hasSize(2);
    }

    @Test
    void anIntroductionNobodyMadeIsClosedOnce() {
        UUID task = open(1).taskId();

        assertThat(close(task)).isEqualTo(new WaitEnded(false));
        assertThat(close(task)).isEqualTo(new WaitEnded(false));

        assertThat(desk.task(task).state()).isEqualTo(TaskState.CANCELLED);
        assertThat(desk.timeline(reseller.applicationId()))
                .containsExactly("The system: Nobody introduced themselves to the reseller.");
    }

    @Test
    void anIntroductionMadeInTimeIsTakenHoweverLateTheEngineHearsOfIt() {
        UUID task = open(1).taskId();
        introduceInTheConsole(task);

        assertThat(close(task)).isEqualTo(new WaitEnded(true));
        assertThat(close(task)).isEqualTo(new WaitEnded(true));
        desk.record(desk.task(task), null);
        desk.done(JobTypes.SHARE_CONTACT, new ForTask(task), 3);

        assertThat(desk.task(task).state()).isEqualTo(TaskState.DONE);
        assertThat(reloaded().contact())
                .isEqualTo(new TeamContact("Rita Reviewer", "rita@rocketbots.example", null, null));
    }

    @Test
    void nobodyIsIntroducedToAResellerThatIsLeavingAndWhoeverDidIsTold() {
        UUID task = open(1).taskId();
        introduceInTheConsole(task);
        desk.the(Applications.class)
                .save(desk.application(reseller.applicationId()).requestCancel());

        assertThat(close(task)).isEqualTo(new WaitEnded(false));
        assertThat(close(task)).isEqualTo(new WaitEnded(false));

        assertThat(desk.task(task).state()).isEqualTo(TaskState.CANCELLED);
        assertThat(desk.mails(reseller.applicationId())).containsExactly("decision-void rita");
    }

    @Test
    void nobodyIsAskedToMeetAResellerThatIsGone() {
        desk.the(Resellers.class).save(reseller.cancel());

        UUID task = open(1).taskId();

        assertThat(desk.task(task).state()).isEqualTo(TaskState.CANCELLED);
    }

    private void introduceInTheConsole(UUID task) {
        desk.the(DecideTask.class)
                .decide(
                        new TaskId(task),
                        desk.rita,
                        "introduced",
                        Map.of("contactPerson", "Rita Reviewer", "contactEmail", "rita@rocketbots.example"));
    }

    private WaitEnded close(UUID task) {
        return desk.done(JobTypes.CLOSE_INTRODUCTION, new ForTask(task), 2);
    }

    private IntroductionOpened open(long visit) {
        return desk.done(
                JobTypes.OPEN_INTRODUCTION, new ForReseller(reseller.id().value()), visit);
    }

    private Reseller reloaded() {
        return desk.the(Resellers.class).get(reseller.id());
    }
}
