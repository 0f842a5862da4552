package io.rocketbots.onboarding.lifecycle.golive.step;

import static org.assertj.core.api.Assertions.assertThat;

import io.rocketbots.onboarding.admission.application.ApplicationState;
import io.rocketbots.onboarding.admission.task.DecideTask;
import io.rocketbots.onboarding.admission.task.Desk;
import io.rocketbots.onboarding.admission.task.TaskDecisions;
import io.rocketbots.onboarding.admission.task.TaskState;
import io.rocketbots.onboarding.kernel.id.TaskId;
import io.rocketbots.onboarding.kernel.persistence.OnEachDatabase;
import io.rocketbots.onboarding.kernel.persistence.TestDatabase;
import io.rocketbots.onboarding.lifecycle.termination.CloseAccount;
import io.rocketbots.onboarding.process.JobTypes;
import io.rocketbots.onboarding.process.Variables.ForCase;
import io.rocketbots.onboarding.process.Variables.OpenTask;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import io.rocketbots.onboarding.tenancy.reseller.ResellerState;
import io.rocketbots.onboarding.tenancy.reseller.Resellers;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Brand and domain are there; the step runs twice. */
@OnEachDatabase
class GoLiveJdbcTest {

    private final Desk desk;
    private final Reseller reseller;

    GoLiveJdbcTest(TestDatabase database) {
        desk = new Desk(database);
        reseller = desk.reseller();
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void tellsTheResellerOnce() {
        goLive();
        goLive();

        assertThat(desk.application(reseller.applicationId()).state()).isEqualTo(ApplicationState.LIVE);
        assertThat(desk.mails(reseller.applicationId()))
                .containsExactly("platform-live account:" + reseller.accountId().value());
    }

    @Test
    void leavesNoCallOpenThatBeganWhileWhatItIsAboutWasDone() {
        UUID application = reseller.applicationId().value();
        UUID call = desk.done(JobTypes.OPEN_TASK, new OpenTask("call", application, application, "branding"), 1)
                .taskId();

        goLive();

        assertThat(desk.task(call).state()).isEqualTo(TaskState.CANCELLED);
    }

    @Test
    void takesBackWhatSomebodyHasJustDecidedOnSuchACall() {
        UUID application = reseller.applicationId().value();
        UUID call = desk.done(JobTypes.OPEN_TASK, new OpenTask("call", application, application, "branding"), 1)
                .taskId();
        desk.the(DecideTask.class).decide(new TaskId(call), desk.rita, "extend", Map.of());

        goLive();
        goLive();

        assertThat(desk.the(TaskDecisions.class).get(new TaskId(call)).isVoid()).isTrue();
        assertThat(desk.outbox()).isEmpty();
        assertThat(desk.mails(reseller.applicationId())).containsOnlyOnce("decision-void rita");
    }

    @Test
    void cancelsWhatTheResellerHasCancelledThoughTheEngineHasNotHeardOfIt() {
        desk.the(CloseAccount.class).close(reseller, reseller.companyName(), "Mara Member");

        goLive();
        goLive();

        assertThat(desk.application(reseller.applicationId()).state()).isEqualTo(ApplicationState.CANCELLED);
        assertThat(desk.the(Resellers.class).get(reseller.id()).state()).isEqualTo(ResellerState.CANCELLED);
        assertThat(desk.mails(reseller.applicationId()))
                .containsExactly(
                        "onboarding-cancelled account:" + reseller.accountId().value(),
                        "team-onboarding-cancelled lena");
    }

    private void goLive() {
        desk.done(
                JobTypes.GO_LIVE,
                new ForCase(reseller.applicationId().value(), reseller.id().value()),
                2);
    }
}
