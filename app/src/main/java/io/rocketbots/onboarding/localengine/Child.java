package io.rocketbots.onboarding.localengine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run of a {@link Program} as a process of this machine: start, await, stop. */
final class Child {

    private static final Duration STOP_PATIENCE = Duration.ofSeconds(4);
    // While it starts it does not listen to a signal, and there is nothing to lose: what it keeps survives kill -9.
    private static final Duration STOP_PATIENCE_AT_START = Duration.ofMillis(500);
    private static final Duration HEALTH_INTERVAL = Duration.ofMillis(200);

    private static final Logger log = LoggerFactory.getLogger(Child.class);

    private final Program program;
    private final Process process;
    private volatile boolean ready;

    private Child(Program program, Process process) {
        this.program = program;
        this.process = process;
    }

    /** Starts the program and returns at once; {@link #awaitReady} tells when it can be used. */
    static Child start(Program program) {
        if (!Files.isDirectory(program.home().resolve("lib"))) {
            throw new LocalModeRefused(
                    program.name() + " is not unpacked at " + program.home() + ".", program.remedy());
        }
        try {
            Files.createDirectories(program.console().getParent());
            ProcessBuilder builder = new ProcessBuilder(program.command())
                    .directory(program.data().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(program.console().toFile());
            builder.environment().keySet().retainAll(List.of("PATH", "HOME", "LANG", "TMPDIR", "SystemRoot", "TEMP"));
            builder.environment().putAll(program.environment());
            Process process = builder.start();
            program.mark().set(process.toHandle());
            log.debug("{} is started as process {}.", program.name(), process.pid());
            return new Child(program, process);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends what an earlier run of this application left behind when it was killed before it could stop it. */
    static void endOrphan(Program program) {
        ProcessMark mark = program.mark();
        mark.find().ifPresent(orphan -> {
            log.info(
                    "{} of an earlier run still runs (process {}); it is stopped first.", program.name(), orphan.pid());
            end(orphan, STOP_PATIENCE);
        });
        mark.remove();
    }

    long pid() {
        return process.pid();
    }

    boolean alive() {
        return process.isAlive();
    }

    /** Waits until the program says that it is ready; false when it ended before that or the patience ran out. */
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
        HttpRequest request = HttpRequest.newBuilder(program.readiness())
                .timeout(Duration.ofSeconds(2))
                .build();
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
        program.mark().remove();
    }

    private static void end(ProcessHandle process, Duration patience) {
        process.destroy();
        if (!endsWithin(process, patience)) {
            log.debug("Process {} did not stop within {} and is killed.", process.pid(), patience);
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
