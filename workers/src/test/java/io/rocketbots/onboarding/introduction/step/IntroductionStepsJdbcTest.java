package io.rocketbots.onboarding.introduction.step;

import static org.assertj.core.api.Assertions.assertThat;

import io.rocketbots.onboarding.job.Job;
import io.rocketbots.onboarding.job.Outcome;
import io.rocketbots.onboarding.process.JobTypes;
import io.rocketbots.onboarding.process.StepError;
import io.rocketbots.onboarding.process.Variables.ForReseller;
import io.rocketbots.onboarding.process.Variables.ForTask;
import io.rocketbots.onboarding.process.Variables.IntroductionOpened;
import io.rocketbots.onboarding.process.Variables.TaskAnswer;
import io.rocketbots.onboarding.reseller.Reseller;
import io.rocketbots.onboarding.reseller.Reseller.TeamContact;
import io.rocketbots.onboarding.reseller.Resellers;
import io.rocketbots.onboarding.store.OnEachDatabase;
import io.rocketbots.onboarding.store.TestDatabase;
import io.rocketbots.onboarding.task.Desk;
import io.rocketbots.onboarding.task.TaskState;
import java.time.Duration;
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
        ForTask task = new ForTask(open(1).taskId());

        desk.done(JobTypes.CLOSE_INTRODUCTION, task, 2);
        desk.done(JobTypes.CLOSE_INTRODUCTION, task, 2);

        assertThat(desk.task(task.taskId()).state()).isEqualTo(TaskState.CANCELLED);
        assertThat(desk.timeline(reseller.applicationId())).hasSize(1);
    }

    private IntroductionOpened open(long visit) {
        return desk.done(
                JobTypes.OPEN_INTRODUCTION, new ForReseller(reseller.id().value()), visit);
    }

    private Reseller reloaded() {
        return desk.the(Resellers.class).get(reseller.id());
    }
}
