package io.rocketbots.onboarding.localengine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run of the Zeebe broker as a process of this machine: start, await, stop. */
final class Broker {

    private static final String LOOPBACK = "127.0.0.1";
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(4);
    // While it starts it does not listen to a signal, and there is nothing to lose: what it keeps survives kill -9.
    private static final Duration STOP_PATIENCE_AT_START = Duration.ofMillis(500);
    private static final Duration HEALTH_INTERVAL = Duration.ofMillis(200);

    private static final Logger log = LoggerFactory.getLogger(Broker.class);

    private final Process process;
    private final ProcessMark mark;
    private final URI readiness;
    private volatile boolean ready;

    private Broker(Process process, ProcessMark mark, URI readiness) {
        this.process = process;
        this.mark = mark;
        this.readiness = readiness;
    }

    /** Starts the broker and returns at once; {@link #awaitReady} tells when it can be used. */
    static Broker start(LocalSettings settings) {
        Path data = settings.dataDirectory().toAbsolutePath().normalize();
        Path home = settings.engine().home().toAbsolutePath().normalize();
        if (!Files.isDirectory(home.resolve("lib"))) {
            throw new LocalModeRefused(
                    "The engine's distribution is not unpacked at " + home + ".",
                    "Start with 'mvn spring-boot:run', which unpacks it, or run 'mvn process-test-classes' once.");
        }
        try {
            Files.createDirectories(data.resolve("zeebe"));
            Files.createDirectories(settings.logDirectory());
            ProcessMark mark = markIn(settings);
            ProcessBuilder builder = new ProcessBuilder(command(home, data, settings.engine()))
                    .directory(data.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(console(settings).toFile());
            // What the developer set for this application (profiles, ports, agents) is not meant for the broker.
            builder.environment().keySet().retainAll(List.of("PATH", "HOME", "LANG", "TMPDIR", "SystemRoot", "TEMP"));
            builder.environment().putAll(environment(data, settings.engine()));
            Process process = builder.start();
            mark.set(process.toHandle());
            log.debug("Started the engine as process {}.", process.pid());
            return new Broker(
                    process,
                    mark,
                    URI.create("http://" + LOOPBACK + ":" + settings.engine().healthPort()
                            + "/actuator/health/readiness"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends the broker of an earlier run of this application that was killed before it could stop it. */
    static void endOrphan(LocalSettings settings) {
        ProcessMark mark = markIn(settings);
        mark.find().ifPresent(orphan -> {
            log.info("An earlier run left its engine behind (process {}); it is stopped first.", orphan.pid());
            end(orphan, STOP_PATIENCE);
        });
        mark.remove();
    }

    static Path console(LocalSettings settings) {
        return settings.logDirectory().resolve("engine-console.log").toAbsolutePath();
    }

    private static ProcessMark markIn(LocalSettings settings) {
        return new ProcessMark(settings.dataDirectory().resolve("engine.pid"));
    }

    private static List<String> command(Path home, Path data, LocalSettings.Engine engine) {
        List<String> command = new ArrayList<>(ownProcessGroup());
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "-Xmx" + engine.heap(),
                "-XX:+UseSerialGC",
                // One developer's load: half the time to start, no need of the second compiler.
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "-Dfile.encoding=UTF-8",
                "-Dapp.home=" + data,
                "-Dbasedir=" + data,
                "-classpath",
                home.resolve("config") + System.getProperty("path.separator") + home.resolve("lib") + "/*",
                "io.camunda.application.StandaloneBroker"));
        return command;
    }

    // Ctrl-C goes to every process of the terminal's group; the broker must outlive the workers by a moment.
    private static List<String> ownProcessGroup() {
        if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
            return List.of("/usr/bin/setsid");
        }
        if (Files.isExecutable(Path.of("/bin/sh"))) {
            return List.of("/bin/sh", "-c", "trap '' INT HUP; exec \"$0\" \"$@\"");
        }
        return List.of();
    }

    private static Map<String, String> environment(Path data, LocalSettings.Engine engine) {
        return Map.ofEntries(
                Map.entry("ZEEBE_BROKER_NETWORK_HOST", LOOPBACK),
                Map.entry("SERVER_ADDRESS", LOOPBACK),
                Map.entry("MANAGEMENT_SERVER_ADDRESS", LOOPBACK),
                Map.entry("SERVER_PORT", String.valueOf(engine.restPort())),
                Map.entry("MANAGEMENT_SERVER_PORT", String.valueOf(engine.healthPort())),
                Map.entry("ZEEBE_BROKER_GATEWAY_NETWORK_PORT", String.valueOf(engine.port())),
                Map.entry("ZEEBE_BROKER_NETWORK_COMMANDAPI_PORT", String.valueOf(engine.commandPort())),
                Map.entry("ZEEBE_BROKER_NETWORK_INTERNALAPI_PORT", String.valueOf(engine.internalPort())),
                Map.entry("ZEEBE_BROKER_CLUSTER_INITIALCONTACTPOINTS", LOOPBACK + ":" + engine.internalPort()),
                Map.entry("ZEEBE_BROKER_DATA_DIRECTORY", data.resolve("zeebe").toString()),
                Map.entry("ZEEBE_BROKER_DATA_LOGSEGMENTSIZE", "16MB"),
                Map.entry("ZEEBE_BROKER_EXPERIMENTAL_ROCKSDB_MEMORYLIMIT", "64MB"),
                // By default the broker stops working with less than 2 GB free, which a laptop may well have.
                Map.entry("ZEEBE_BROKER_DATA_DISK_FREESPACE_PROCESSING", "256MB"),
                Map.entry("ZEEBE_BROKER_DATA_DISK_FREESPACE_REPLICATION", "128MB"),
                // Into data/logs/zeebe.log, which rolls; the console is kept for what the JVM itself has to say.
                Map.entry("ZEEBE_LOG_APPENDER", "RollingFile"));
    }

    long pid() {
        return process.pid();
    }

    boolean alive() {
        return process.isAlive();
    }

    /** Waits until the broker says that it is ready; false when it ended before that or the patience ran out. */
    boolean awaitReady(Duration patience) throws InterruptedException {
        Instant end = Instant.now().plus(patience);
        try (HttpClient http =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build()) {
            while (process.isAlive() && Instant.now().isBefore(end)) {
                if (saysReady(http)) {
                    ready = true;
                    return true;
                }
                Thread.sleep(HEALTH_INTERVAL);
            }
        }
        return false;
    }

    private boolean saysReady(HttpClient http) throws InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(readiness).timeout(Duration.ofSeconds(2)).build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Waits for the end of the process and returns its exit code. */
    int awaitEnd() throws InterruptedException {
        return process.waitFor();
    }

    void stop() {
        end(process.toHandle(), ready ? STOP_PATIENCE : STOP_PATIENCE_AT_START);
        mark.remove();
    }

    private static void end(ProcessHandle process, Duration patience) {
        process.destroy();
        if (!endsWithin(process, patience)) {
            log.debug("The engine (process {}) did not stop within {} and is killed.", process.pid(), patience);
            process.destroyForcibly();
            endsWithin(process, STOP_PATIENCE);
        }
    }

    private static boolean endsWithin(ProcessHandle process, Duration patience) {
        try {
            process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return !process.isAlive();
        } catch (ExecutionException | TimeoutException e) {
            return !process.isAlive();
        }
    }
}
