package io.rocketbots.onboarding.localengine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalEngineJourneyTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path directory;

    @Test
    void isReadyOnceStartedComesBackAfterKillAndIsGoneOnceStopped() {
        LocalEngine engine = new LocalEngine(settings(Path.of("target/zeebe")));
        engine.launch();
        assertThat(engine.isRunning()).isFalse();

        engine.start();
        assertThat(engine.isRunning()).isTrue();
        assertThat(engine.state()).isEqualTo(LocalEngine.State.READY);
        long first = engine.pid();

        ProcessHandle.of(first).orElseThrow().destroyForcibly();
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> engine.pid() != first && engine.state() == LocalEngine.State.READY);
        ProcessHandle second = ProcessHandle.of(engine.pid()).orElseThrow();
        engine.stop();

        assertThat(second.isAlive()).isFalse();
        assertThat(engine.state()).isEqualTo(LocalEngine.State.STOPPED);
        assertThat(directory.resolve("engine.pid")).doesNotExist();
    }

    @Test
    void endsTheBrokerThatAKilledRunLeftBehind() {
        LocalSettings settings = settings(Path.of("target/zeebe"));
        Broker leftBehind = Broker.start(settings);
        assertThat(leftBehind.alive()).isTrue();

        Broker.endOrphan(settings);

        assertThat(leftBehind.alive()).isFalse();
    }

    @Test
    void saysHowToGetTheDistributionWhenItIsMissing() {
        LocalEngine engine = new LocalEngine(settings(directory.resolve("nowhere")));

        assertThatExceptionOfType(LocalModeRefused.class)
                .isThrownBy(engine::start)
                .withMessageContaining("not unpacked")
                .satisfies(refused -> assertThat(refused.remedy()).contains("mvn spring-boot:run"));
    }

    private LocalSettings settings(Path home) {
        List<Integer> ports = FreePorts.take(7);
        return new LocalSettings(
                directory,
                "unused",
                ports.get(0),
                ports.get(1),
                new LocalSettings.Engine(
                        true, home, "192m", ports.get(2), ports.get(3), ports.get(4), ports.get(5), ports.get(6)));
    }
}
