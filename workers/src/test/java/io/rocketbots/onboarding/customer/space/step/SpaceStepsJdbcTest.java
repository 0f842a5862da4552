package io.rocketbots.onboarding.customer.space.step;

import static org.assertj.core.api.Assertions.assertThat;

import io.rocketbots.onboarding.customer.space.CancelSpace;
import io.rocketbots.onboarding.customer.space.Space;
import io.rocketbots.onboarding.customer.space.SpaceRole;
import io.rocketbots.onboarding.customer.space.SpaceScene;
import io.rocketbots.onboarding.customer.space.SpaceState;
import io.rocketbots.onboarding.customer.space.Spaces;
import io.rocketbots.onboarding.kernel.job.Job;
import io.rocketbots.onboarding.kernel.job.LocalStepWorker;
import io.rocketbots.onboarding.kernel.job.Outcome;
import io.rocketbots.onboarding.kernel.persistence.OnEachDatabase;
import io.rocketbots.onboarding.kernel.persistence.TestDatabase;
import io.rocketbots.onboarding.process.StepError;
import io.rocketbots.onboarding.process.Variables.ForSpace;
import io.rocketbots.onboarding.process.Variables.RejectSpace;
import io.rocketbots.onboarding.process.Variables.SpaceActivated;
import io.rocketbots.onboarding.process.Variables.SpaceCreated;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@OnEachDatabase
class SpaceStepsJdbcTest {

    private static final Job JOB = new Job("Task", 77, 5);
    private static final Job JOB_OF_ANOTHER_INSTANCE = new Job("Task", 78, 6);

    private final SpaceScene scene;
    private final Reseller reseller;
    private final Space space;

    SpaceStepsJdbcTest(TestDatabase database) {
        scene = new SpaceScene(
                database,
                CreateSpaceWorker.class,
                ActivateSpaceWorker.class,
                RejectSpaceWorker.class,
                RemindResellerWorker.class);
        reseller = scene.liveReseller();
        space = scene.requestedSpace(reseller, "Bakery");
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void oneInstanceMakesTheSpaceHoweverOftenItsJobRuns() {
        assertThat(run(CreateSpaceWorker.class, JOB)).isEqualTo(Outcome.done(new SpaceCreated(SpaceScene.OWNER)));
        assertThat(run(CreateSpaceWorker.class, JOB)).isEqualTo(Outcome.done(new SpaceCreated(SpaceScene.OWNER)));
        assertThat(run(CreateSpaceWorker.class, JOB_OF_ANOTHER_INSTANCE))
                .isEqualTo(Outcome.refused(StepError.DUPLICATE_START));
    }

    @Test
    void refusesToMakeASpaceForAResellerWhoIsGone() {
        // No reseller leaves this way after go-live; a suspended one is refused by the same rule.
        sql("UPDATE reseller SET state = 'CANCELLED'");

        assertThat(run(CreateSpaceWorker.class, JOB)).isEqualTo(Outcome.refused(StepError.RESELLER_SUSPENDED));
        assertThat(run(CreateSpaceWorker.class, JOB)).isEqualTo(Outcome.refused(StepError.RESELLER_SUSPENDED));
    }

    @Test
    void refusesToMakeASpaceWhoseNameAnotherHasByNow() {
        sql("UPDATE space SET name_lower = NULL");
        scene.requestedSpace(reseller, "BAKERY");

        assertThat(run(CreateSpaceWorker.class, JOB)).isEqualTo(Outcome.refused(StepError.SPACE_NAME_TAKEN));
    }

    @Test
    void saysInTheModuleWhyASpaceWasNotMade() {
        reject();
        reject();

        assertThat(scene.now(space).state()).isEqualTo(SpaceState.REJECTED);
        assertThat(scene.now(space).refusal())
                .isEqualTo("Your platform was closed at that time. The Space is added once it is open again.");
        assertThat(scene.told(reseller))
                .containsOnlyOnce(
                        "The Space \"Bakery\" was not made. Your platform was closed at that time. The Space is added once it is open again.");
    }

    @Test
    void opensTheSpaceOnceAndSaysThatNobodyOwnsItYet() {
        assertThat(run(ActivateSpaceWorker.class, JOB)).isEqualTo(Outcome.done(new SpaceActivated(false)));
        assertThat(run(ActivateSpaceWorker.class, JOB)).isEqualTo(Outcome.done(new SpaceActivated(false)));

        assertThat(scene.now(space).state()).isEqualTo(SpaceState.ACTIVE);
        assertThat(scene.told(reseller)).containsOnlyOnce("The Space \"Bakery\" is ready.");
    }

    @Test
    void saysThatSomebodyOwnsItAlready() {
        scene.memberOf(space, SpaceRole.MANAGER);
        assertThat(run(ActivateSpaceWorker.class, JOB)).isEqualTo(Outcome.done(new SpaceActivated(false)));

        scene.memberOf(space, SpaceRole.OWNER);
        assertThat(run(ActivateSpaceWorker.class, JOB)).isEqualTo(Outcome.done(new SpaceActivated(true)));
    }

    @Test
    void leavesASpaceCancelledThatWasCancelledMeanwhile() {
        scene.the(CancelSpace.class).cancel(reseller.id(), space.id(), "Bakery", "Ada");

        assertThat(run(CreateSpaceWorker.class, JOB)).isEqualTo(Outcome.done(new SpaceCreated(SpaceScene.OWNER)));
        run(ActivateSpaceWorker.class, JOB);
        reject();

        assertThat(scene.now(space).state()).isEqualTo(SpaceState.CANCELLED);
    }

    @Test
    void remindsTheResellerOnceAnOccasionWhileTheSpaceIsActive() {
        run(RemindResellerWorker.class, JOB);
        assertThat(reminders()).isZero();
        scene.the(Spaces.class).save(scene.now(space).activate(scene.clock.instant()));

        run(RemindResellerWorker.class, JOB);
        run(RemindResellerWorker.class, JOB);
        assertThat(reminders()).isEqualTo(1);

        run(RemindResellerWorker.class, JOB_OF_ANOTHER_INSTANCE);
        assertThat(reminders()).isEqualTo(2);
    }

    private <O> Outcome<O> run(Class<? extends LocalStepWorker<ForSpace, O>> worker, Job job) {
        ForSpace input = new ForSpace(space.id().value());
        return Objects.requireNonNull(scene.the(TransactionTemplate.class)
                .execute(status -> scene.the(worker).apply(input, job)));
    }

    private void reject() {
        RejectSpace input = new RejectSpace(space.id().value(), StepError.RESELLER_SUSPENDED.name());
        scene.the(TransactionTemplate.class)
                .executeWithoutResult(
                        status -> scene.the(RejectSpaceWorker.class).apply(input, JOB));
    }

    private int reminders() {
        return scene.the(JdbcClient.class)
                .sql("SELECT count(*) FROM mail_message WHERE template = 'space-without-owner'")
                .query(Integer.class)
                .single();
    }

    private void sql(String sql) {
        scene.the(JdbcClient.class).sql(sql).update();
    }
}
