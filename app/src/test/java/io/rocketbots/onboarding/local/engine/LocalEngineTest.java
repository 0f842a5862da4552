package io.rocketbots.onboarding.local.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.rocketbots.onboarding.configuration.LocalSettings;
import io.rocketbots.onboarding.local.mode.FreePorts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class LocalEngineTest {

    @TempDir
    private Path directory;

    @Test
    void isThereOnceStartedIsOpenedAgainWhenItFailsAndIsGoneOnceStopped(CapturedOutput output) {
        List<Integer> ports = FreePorts.take(3);
        LocalEngine engine = new LocalEngine(
                new LocalSettings(directory, ports.get(0), ports.get(1), new LocalSettings.Engine(true, ports.get(2))),
                Clock.systemUTC());
        assertThat(engine.isRunning()).isFalse();

        engine.start();
        assertThat(engine.isRunning()).isTrue();
        assertThat(answers(ports.get(2))).isTrue();

        EmbeddedEngine first = Objects.requireNonNull(engine.engine());
        first.failure().completeExceptionally(new IOException("no space left"));
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> engine.engine() != first && answers(ports.get(2)));
        assertThat(output).contains("The engine failed.", "It is opened again in 1 s.", "no space left");

        engine.stop();
        assertThat(engine.isRunning()).isFalse();
        assertThat(answers(ports.get(2))).isFalse();
    }

    private static boolean answers(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException nobodyThere) {
            return false;
        }
    }
}
