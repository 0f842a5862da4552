package io.rocketbots.onboarding.admission.task.step;

import static org.assertj.core.api.Assertions.assertThat;

import io.rocketbots.onboarding.admission.task.ClaimTask;
import io.rocketbots.onboarding.admission.task.Desk;
import io.rocketbots.onboarding.admission.task.SettleDecision;
import io.rocketbots.onboarding.admission.task.TaskState;
import io.rocketbots.onboarding.admission.task.Tasks;
import io.rocketbots.onboarding.kernel.id.ApplicationId;
import io.rocketbots.onboarding.kernel.id.TaskId;
import io.rocketbots.onboarding.kernel.persistence.OnEachDatabase;
import io.rocketbots.onboarding.kernel.persistence.TestDatabase;
import io.rocketbots.onboarding.launch.domain.CustomDomain;
import io.rocketbots.onboarding.launch.domain.CustomDomains;
import io.rocketbots.onboarding.launch.domain.DomainName;
import io.rocketbots.onboarding.process.JobTypes;
import io.rocketbots.onboarding.process.Variables.ForTask;
import io.rocketbots.onboarding.process.Variables.OpenTask;
import io.rocketbots.onboarding.process.Variables.TaskOpened;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OnEachDatabase
class TaskStepsJdbcTest {

    private final Desk desk;
    private final Reseller reseller;
    private final ApplicationId application;

    TaskStepsJdbcTest(TestDatabase database) {
        desk = new Desk(database);
        reseller = desk.reseller();
        application = reseller.applicationId();
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void opensOneTaskAVisitHoweverOftenTheJobComes() {
        TaskOpened first = open("call", "branding", 1);
        TaskOpened again = open("call", "branding", 1);
        TaskOpened nextVisit = open("call", "branding", 2);

        assertThat(again).isEqualTo(first);
        assertThat(nextVisit.round()).isEqualTo(2);
        assertThat(desk.the(Tasks.class).findByApplicationIdOrderByOpenedAt(application))
                .hasSize(2);
    }

    @Test
    void remindsAfterThreeDaysAndTellsTheLeadAfterSeven() {
        TaskOpened call = open("call", "activation", 1);

        assertThat(call.taskRemindAt()).isEqualTo(Desk.MONDAY_MORNING.plus(Duration.ofDays(3)));
        assertThat(call.taskEscalateAt()).isEqualTo(Desk.MONDAY_MORNING.plus(Duration.ofDays(7)));
        assertThat(call.taskTeam()).isEqualTo("reviewers");
    }

    @Test
    void aDuplicateAccountIsMoreUrgent() {
        TaskOpened duplicate = open("duplicate-account", null, 1);

        assertThat(duplicate.taskRemindAt()).isEqualTo(Desk.MONDAY_MORNING.plus(Duration.ofDays(2)));
        assertThat(duplicate.taskEscalateAt()).isEqualTo(Desk.MONDAY_MORNING.plus(Duration.ofDays(5)));
    }

    @Test
    void remindsTheTeamOnceAVisit() {
        ForTask task = new ForTask(open("call", "activation", 1).taskId());

        desk.done(JobTypes.REMIND_TEAM, task, 2);
        desk.done(JobTypes.REMIND_TEAM, task, 2);

        assertThat(desk.mails(application)).containsExactly("task-reminder rita", "task-reminder ron");
    }

    @Test
    void remindsOnlyWhoeverHasTheTask() {
        ForTask task = new ForTask(open("call", "activation", 1).taskId());
        desk.the(ClaimTask.class).claim(new TaskId(task.taskId()), desk.ron.id());

        desk.done(JobTypes.REMIND_TEAM, task, 2);

        assertThat(desk.mails(application)).containsExactly("task-reminder ron");
    }

    @Test
    void tellsTheLeadsOnceWhenATaskIsOverdue() {
        ForTask task = new ForTask(open("call", "activation", 1).taskId());

        desk.done(JobTypes.ESCALATE_TASK, task, 2);
        desk.done(JobTypes.ESCALATE_TASK, task, 2);

        assertThat(desk.task(task.taskId()).overdue()).isTrue();
        assertThat(desk.mails(application)).containsExactly("task-escalation lena");
        assertThat(desk.timeline(application)).hasSize(1);
    }

    @Test
    void closesTheCallThatHasBecomeNeedless() {
        TaskOpened activation = open("call", "activation", 1);
        TaskOpened branding = open("call", "branding", 2);

        desk.inTransaction(() -> {
            desk.the(SettleDecision.class).closeCall(application, "branding");
            return true;
        });

        assertThat(desk.task(activation.taskId()).isOpen()).isTrue();
        assertThat(desk.task(branding.taskId()).state()).isEqualTo(TaskState.CANCELLED);
    }

    @Test
    void aCallAboutWhatHasBeenDoneIsClosedBeforeAnybodySeesIt() {
        desk.the(CustomDomains.class).save(requested());

        TaskOpened domain = open("call", "domain", 1);
        TaskOpened again = open("call", "domain", 1);
        TaskOpened branding = open("call", "branding", 2);

        assertThat(again).isEqualTo(domain);
        assertThat(desk.task(domain.taskId()).state()).isEqualTo(TaskState.CANCELLED);
        assertThat(desk.task(branding.taskId()).isOpen()).isTrue();
    }

    @Test
    void aDomainThatWasGivenUpNeedsNoHelp() {
        CustomDomain wanted = desk.the(CustomDomains.class).save(requested());
        TaskOpened open = help(wanted, 1);
        CustomDomain released = desk.the(CustomDomains.class).save(wanted.release(desk.clock.instant()));

        TaskOpened needless = help(released, 2);

        assertThat(desk.task(open.taskId()).isOpen()).isTrue();
        assertThat(desk.task(needless.taskId()).state()).isEqualTo(TaskState.CANCELLED);
    }

    private CustomDomain requested() {
        return CustomDomain.request(
                reseller, new DomainName("chat.acme.example"), new DomainName("t.edge.example"), desk.clock.instant());
    }

    private TaskOpened help(CustomDomain domain, long visit) {
        return desk.done(
                JobTypes.OPEN_TASK,
                new OpenTask("domain-help", application.value(), domain.id().value(), null),
                visit);
    }

    private TaskOpened open(String kind, @Nullable String about, long visit) {
        return desk.done(
                JobTypes.OPEN_TASK, new OpenTask(kind, application.value(), application.value(), about), visit);
    }
}
