package io.rocketbots.onboarding.localengine;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** A real broker for an application that is not in local mode: nobody starts it again and nobody looks after it. */
public final class StandaloneBroker implements AutoCloseable {

    private static final Path DISTRIBUTION = Path.of("target", "zeebe").toAbsolutePath();

    private final ProcessBuilder builder;
    private final Path data;
    private final int port;
    private final int healthPort;
    private Process process;

    private StandaloneBroker(ProcessBuilder builder, Path data, int port, int healthPort) throws IOException {
        this.builder = builder;
        this.data = data;
        this.port = port;
        this.healthPort = healthPort;
        this.process = builder.start();
    }

    /** Starts it with that data directory and waits until it is ready. */
    public static StandaloneBroker start(Path data) throws IOException {
        Files.createDirectories(data);
        List<Integer> ports = FreePorts.take(5);
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Dapp.home=" + data,
                        "-Dbasedir=" + data,
                        "-classpath",
                        DISTRIBUTION.resolve("config") + ":" + DISTRIBUTION.resolve("lib") + "/*",
                        "io.camunda.application.StandaloneBroker")
                .directory(data.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        data.resolve("console.log").toFile()));
        builder.environment()
                .putAll(Map.of(
                        "ZEEBE_BROKER_NETWORK_HOST", "127.0.0.1",
                        "SERVER_ADDRESS", "127.0.0.1",
                        "MANAGEMENT_SERVER_ADDRESS", "127.0.0.1",
                        "ZEEBE_BROKER_GATEWAY_NETWORK_PORT", ports.get(0).toString(),
                        "ZEEBE_BROKER_NETWORK_COMMANDAPI_PORT", ports.get(1).toString(),
                        "ZEEBE_BROKER_NETWORK_INTERNALAPI_PORT", ports.get(2).toString(),
                        "SERVER_PORT", ports.get(3).toString(),
                        "MANAGEMENT_SERVER_PORT", ports.get(4).toString()));
        builder.environment()
                .putAll(Map.of(
                        "ZEEBE_BROKER_CLUSTER_INITIALCONTACTPOINTS", "127.0.0.1:" + ports.get(2),
                        "ZEEBE_BROKER_DATA_DIRECTORY", data.resolve("zeebe").toString(),
                        "ZEEBE_BROKER_DATA_LOGSEGMENTSIZE", "16MB",
                        "ZEEBE_BROKER_EXPERIMENTAL_ROCKSDB_MEMORYLIMIT", "64MB",
                        "ZEEBE_BROKER_DATA_DISK_FREESPACE_PROCESSING", "256MB",
                        "ZEEBE_BROKER_DATA_DISK_FREESPACE_REPLICATION", "128MB"));
        StandaloneBroker broker = new StandaloneBroker(builder, data, ports.get(0), ports.get(4));
        broker.awaitReady();
        return broker;
    }

    /** Starts it with what is in its folder now, after it was closed. */
    public void startAgain() throws IOException {
        process = builder.start();
        awaitReady();
    }

    /** All that it knows. */
    public Path state() {
        return data.resolve("zeebe");
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Where it tells of its health. */
    public int healthPort() {
        return healthPort;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }

    private void awaitReady() {
        RestClient health = RestClient.create("http://127.0.0.1:" + healthPort);
        Awaitility.await("the broker, see " + data.resolve("console.log"))
                .atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(300))
                .failFast("the broker ended", () -> !process.isAlive())
                .ignoreExceptionsInstanceOf(RestClientException.class)
                .until(() -> health.get()
                        .uri("/actuator/health/status")
                        .retrieve()
                        .toBodilessEntity()
                        .getStatusCode()
                        .is2xxSuccessful());
    }
}
