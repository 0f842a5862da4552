package io.rocketbots.onboarding.localengine;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps one program running from its launch until it is stopped: started again when it dies in between. */
public final class Supervisor {

    private static final Duration READY_PATIENCE = Duration.ofMinutes(2);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    // What ran this long was well; its end is not one more failure in a row.
    private static final Duration WELL = Duration.ofMinutes(2);

    private static final Logger log = LoggerFactory.getLogger(Supervisor.class);

    /** How the program is, for people. */
    public enum State {
        STARTING,
        READY,
        DOWN,
        STOPPED
    }

    private final Program program;
    private final CompletableFuture<Void> firstReady = new CompletableFuture<>();
    private volatile State state = State.STOPPED;
    private volatile boolean stopping;
    private volatile @Nullable Child child;
    private @Nullable Thread watch;

    Supervisor(Program program) {
        this.program = program;
    }

    /** Starts the program and returns at once, so that it comes up while the application does. */
    synchronized void launch() {
        if (watch == null && !stopping) {
            Child first = Child.start(program);
            child = first;
            state = State.STARTING;
            watch = Thread.ofVirtual().name(program.id() + "-watch").start(() -> keepRunning(first));
        }
    }

    /** Waits until the program was ready for the first time. */
    void awaitReady() throws InterruptedException {
        if (!firstReady.isDone()) {
            log.info("{} is starting; the application waits for it.", program.name());
        }
        try {
            firstReady.get(READY_PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new LocalModeRefused(
                    program.name() + " did not become ready.",
                    "Its last words are in " + program.console() + " and " + program.log() + ".");
        }
    }

    /** The program's state at this moment. */
    public State state() {
        return state;
    }

    /** The program's process id, or 0 while there is none. */
    public long pid() {
        Child running = child;
        return running != null && running.alive() ? running.pid() : 0;
    }

    private void keepRunning(Child first) {
        Child running = first;
        Duration pause = FIRST_PAUSE;
        try {
            while (true) {
                Instant started = Instant.now();
                if (running.awaitReady(READY_PATIENCE)) {
                    state = State.READY;
                    log.info(
                            "{} is ready after {} s (process {}).",
                            program.name(),
                            Duration.between(started, Instant.now()).toSeconds(),
                            running.pid());
                    firstReady.complete(null);
                } else if (!firstReady.isDone()) {
                    firstReady.completeExceptionally(new IllegalStateException("not ready"));
                    return;
                } else {
                    running.stop();
                }
                int exitCode = running.awaitEnd();
                if (stopping) {
                    return;
                }
                state = State.DOWN;
                if (Duration.between(started, Instant.now()).compareTo(WELL) > 0) {
                    pause = FIRST_PAUSE;
                }
                log.error(
                        "{} (process {}) ended with exit code {}. {} It is started again in {} s. Its log is {}.",
                        program.name(),
                        running.pid(),
                        exitCode,
                        program.meanwhile(),
                        pause.toSeconds(),
                        program.log());
                Thread.sleep(pause);
                pause = longer(pause);
                Child next = startAgain();
                if (next == null) {
                    return;
                }
                running = next;
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized @Nullable Child startAgain() {
        if (stopping) {
            return null;
        }
        Child next = Child.start(program);
        child = next;
        state = State.STARTING;
        return next;
    }

    private static Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
    }

    synchronized void stop() {
        stopping = true;
        if (watch != null) {
            watch.interrupt();
            watch = null;
        }
        Child running = child;
        if (running != null) {
            child = null;
            running.stop();
            log.info("{} is stopped.", program.name());
        }
        state = State.STOPPED;
    }
}
