package io.rocketbots.onboarding.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DeploymentTest {

    @Test
    void knowsANewerReleaseByItsNumbers() {
        assertThat(Deployment.isNewer("1.10.0", "1.9.2")).isTrue();
        assertThat(Deployment.isNewer("1.9.2", "1.10.0")).isFalse();
    }

    @Test
    void doesNotTakeTheSameReleaseForANewerOne() {
        assertThat(Deployment.isNewer("1.0.0", "1.0.0")).isFalse();
    }

    @Test
    void takesASnapshotForOlderThanItsRelease() {
        assertThat(Deployment.isNewer("1.0.0-SNAPSHOT", "1.0.0")).isFalse();
    }
}
