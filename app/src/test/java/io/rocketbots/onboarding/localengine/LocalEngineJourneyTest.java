package io.rocketbots.onboarding.localengine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
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
        assertThat(engine.broker().state()).isEqualTo(Supervisor.State.READY);
        long first = engine.broker().pid();

        ProcessHandle.of(first).orElseThrow().destroyForcibly();
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> engine.broker().pid() != first && engine.broker().state() == Supervisor.State.READY);
        ProcessHandle second = ProcessHandle.of(engine.broker().pid()).orElseThrow();
        engine.stop();

        assertThat(second.isAlive()).isFalse();
        assertThat(engine.broker().state()).isEqualTo(Supervisor.State.STOPPED);
        assertThat(directory.resolve("engine.pid")).doesNotExist();
    }

    @Test
    void endsWhatAKilledRunLeftBehindInWhateverMode() {
        LocalSettings settings = settings(Path.of("target/zeebe"));
        List<Child> leftBehind = Stream.of(
                        EngineProgram.of(settings), SearchProgram.of(settings), OperateProgram.of(settings))
                .map(Child::start)
                .toList();
        assertThat(leftBehind).allMatch(Child::alive);

        LocalEngine.endOrphans(settings);

        assertThat(leftBehind).noneMatch(Child::alive);
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
        List<Integer> ports = FreePorts.take(9);
        return new LocalSettings(
                directory,
                "unused",
                ports.get(0),
                ports.get(1),
                new LocalSettings.Engine(
                        true, home, "192m", ports.get(2), ports.get(3), ports.get(4), ports.get(5), ports.get(6)),
                new LocalSettings.Operate(false, "192m", ports.get(7)),
                new LocalSettings.Search(Path.of("target/opensearch"), "192m", ports.get(8)));
    }
}
