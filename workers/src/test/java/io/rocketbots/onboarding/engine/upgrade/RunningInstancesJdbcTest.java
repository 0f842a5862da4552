package io.rocketbots.onboarding.engine.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import io.rocketbots.onboarding.customer.invitation.Invitation;
import io.rocketbots.onboarding.customer.invitation.Invitations;
import io.rocketbots.onboarding.customer.space.Space;
import io.rocketbots.onboarding.customer.space.SpaceScene;
import io.rocketbots.onboarding.customer.space.Spaces;
import io.rocketbots.onboarding.engine.upgrade.RunningInstances.Instance;
import io.rocketbots.onboarding.kernel.persistence.OnEachDatabase;
import io.rocketbots.onboarding.kernel.persistence.TestDatabase;
import io.rocketbots.onboarding.process.ProcessId;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OnEachDatabase
class RunningInstancesJdbcTest {

    private final SpaceScene scene;

    RunningInstancesJdbcTest(TestDatabase database) {
        scene = new SpaceScene(database, RunningInstances.class);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void tellsTheCaseOfASpace() {
        Reseller acme = scene.liveReseller();
        Space space = scene.requestedSpace(acme, "Bakery");
        scene.the(Spaces.class).bind(space.id(), 42);

        assertThat(scene.the(RunningInstances.class).after(0, 10))
                .containsExactly(new Instance(
                        42, ProcessId.SPACE_PROVISIONING, acme.applicationId().value()));
    }

    @Test
    void tellsTheCaseOfAnInvitationIntoTheTeamOfAReseller() {
        Reseller acme = scene.liveReseller();
        scene.liveReseller();
        Invitation invitation = scene.the(Invitations.class)
                .save(Invitation.toTeam(acme.id(), acme.accountId(), "eve@acme.example", scene.clock.instant())
                        .open(scene.clock.instant(), Duration.ofDays(7)));
        scene.the(Invitations.class).bind(invitation.id(), 43);

        assertThat(scene.the(RunningInstances.class).after(0, 10))
                .containsExactly(new Instance(
                        43, ProcessId.USER_INVITATION, acme.applicationId().value()));
    }

    @Test
    void goesOnBehindAKey() {
        Reseller acme = scene.liveReseller();
        scene.the(Spaces.class).bind(scene.requestedSpace(acme, "Bakery").id(), 42);
        scene.the(Spaces.class).bind(scene.requestedSpace(acme, "Butcher").id(), 43);

        assertThat(scene.the(RunningInstances.class).after(42, 10))
                .extracting(Instance::key)
                .containsExactly(43L);
        assertThat(scene.the(RunningInstances.class).counts()).containsEntry(ProcessId.SPACE_PROVISIONING, 2);
    }
}
