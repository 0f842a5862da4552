package io.rocketbots.onboarding.journey;

import io.rocketbots.onboarding.OnboardingApplication;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** The application in a process of its own, which a test can kill and start again with the same data. */
final class ApplicationProcess implements AutoCloseable {

    private static final Duration START_PATIENCE = Duration.ofMinutes(3);
    private static final Duration END_PATIENCE = Duration.ofSeconds(30);

    private final Map<String, Object> settings = OwnPortsAndData.settings();
    private final Path data;
    private Process process;

    private ApplicationProcess(Map<String, Object> moreSettings) {
        settings.putAll(moreSettings);
        data = Path.of(String.valueOf(settings.get("onboarding.local.data-directory")));
        process = launch();
    }

    static ApplicationProcess start() {
        return start(Map.of());
    }

    static ApplicationProcess start(Map<String, Object> moreSettings) {
        ApplicationProcess started = new ApplicationProcess(moreSettings);
        started.awaitReady();
        return started;
    }

    URI baseUrl() {
        return URI.create("http://localhost:" + settings.get("server.port"));
    }

    /** Kills it, and with it its engine, as {@code kill -9} does. */
    void kill() {
        process.destroyForcibly();
        process.toHandle().onExit().join();
    }

    void startAgain() {
        process = launch();
        awaitReady();
    }

    /** Ends it as Ctrl-C does, or else by force. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(END_PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            kill();
        }
    }

    private Process launch() {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--add-opens=java.base/java.nio=ALL-UNNAMED",
                "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                OnboardingApplication.class.getName(),
                "--spring.profiles.active=local"));
        settings.forEach((name, value) -> command.add("--" + name + "=" + value));
        try {
            Files.createDirectories(data);
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            data.resolve("application.log").toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitReady() {
        RestClient health = RestClient.create("http://localhost:" + settings.get("onboarding.internal-port"));
        try {
            Awaitility.await("the application, see " + data.resolve("application.log"))
                    .atMost(START_PATIENCE)
                    .pollInterval(Duration.ofMillis(300))
                    .failFast("the application ended", () -> !process.isAlive())
                    .ignoreExceptionsInstanceOf(RestClientException.class)
                    .until(() -> health.get()
                            .uri("/actuator/health/readiness")
                            .retrieve()
                            .toBodilessEntity()
                            .getStatusCode()
                            .is2xxSuccessful());
        } catch (RuntimeException notReady) {
            close();
            throw notReady;
        }
    }
}
