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
import org.springframework.context.SmartLifecycle;

/**
 * Keeps a broker running as long as the application runs: ready before the first worker starts, stopped after the last
 * one, started again when it dies in between.
 */
public final class LocalEngine implements SmartLifecycle {

    /** Before everything that talks to the engine, and after all of that when stopping. */
    public static final int PHASE = -1000;

    private static final Duration READY_PATIENCE = Duration.ofMinutes(2);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    // A broker that ran this long was well; its end is not one more failure in a row.
    private static final Duration WELL = Duration.ofMinutes(2);

    private static final Logger log = LoggerFactory.getLogger(LocalEngine.class);

    /** How the engine is, for people. */
    public enum State {
        STARTING,
        READY,
        DOWN,
        STOPPED
    }

    private final LocalSettings settings;
    private final CompletableFuture<Void> firstReady = new CompletableFuture<>();
    private volatile State state = State.STOPPED;
    private volatile boolean stopping;
    private volatile boolean awaited;
    private volatile @Nullable Broker broker;
    private @Nullable Thread watch;

    LocalEngine(LocalSettings settings) {
        this.settings = settings;
    }

    /** Starts the broker and returns at once, so that it comes up while the application does. */
    synchronized void launch() {
        if (watch == null && !stopping) {
            Broker first = Broker.start(settings);
            broker = first;
            state = State.STARTING;
            watch = Thread.ofVirtual().name("engine-watch").start(() -> keepRunning(first));
        }
    }

    @Override
    public void start() {
        launch();
        try {
            firstReady.get(READY_PATIENCE.toSeconds(), TimeUnit.SECONDS);
            awaited = true;
        } catch (ExecutionException | TimeoutException e) {
            stop();
            throw new LocalModeRefused(
                    "The engine did not become ready.",
                    "Its last words are in " + Broker.console(settings) + " and in zeebe.log beside it.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stop();
        }
    }

    /** The engine's state at this moment. */
    public State state() {
        return state;
    }

    /** The broker's process id, or 0 while there is none. */
    public long pid() {
        Broker running = broker;
        return running != null && running.alive() ? running.pid() : 0;
    }

    private void keepRunning(Broker first) {
        Broker running = first;
        Duration pause = FIRST_PAUSE;
        try {
            while (true) {
                Instant started = Instant.now();
                if (running.awaitReady(READY_PATIENCE)) {
                    state = State.READY;
                    log.info("The engine is ready (process {}).", running.pid());
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
                        "The engine (process {}) ended with exit code {}. Pages go on working, the steps of the process"
                                + " wait for it. It is started again in {} s. Its log is in {}.",
                        running.pid(),
                        exitCode,
                        pause.toSeconds(),
                        settings.logDirectory());
                Thread.sleep(pause);
                pause = longer(pause);
                Broker next = startAgain();
                if (next == null) {
                    return;
                }
                running = next;
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized @Nullable Broker startAgain() {
        if (stopping) {
            return null;
        }
        Broker next = Broker.start(settings);
        broker = next;
        state = State.STARTING;
        return next;
    }

    private static Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
    }

    @Override
    public synchronized void stop() {
        stopping = true;
        if (watch != null) {
            watch.interrupt();
            watch = null;
        }
        Broker running = broker;
        if (running != null) {
            broker = null;
            running.stop();
            log.info("The engine is stopped.");
        }
        state = State.STOPPED;
        awaited = false;
    }

    // Not true before it is ready: Spring would take it for started and go on without waiting.
    @Override
    public boolean isRunning() {
        return awaited;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
