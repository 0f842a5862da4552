package io.rocketbots.onboarding.local.engine;

import io.rocketbots.onboarding.configuration.LocalSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Keeps the engine running as long as the application runs: ready before the first worker starts, stopped after the last
 * one, and opened again when it fails in between.
 */
@Component
@Profile("local")
@ConditionalOnBooleanProperty(LocalSettings.PREFIX + ".engine.enabled")
final class LocalEngine implements SmartLifecycle {

    /** Before everything that talks to the engine, and after all of that when stopping. */
    static final int PHASE = -1000;

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    // What ran this long was well; its end is not one more failure in a row.
    private static final Duration WELL = Duration.ofMinutes(2);

    private static final Logger log = LoggerFactory.getLogger(LocalEngine.class);

    private final LocalSettings settings;
    private final Clock clock;
    private volatile @Nullable EmbeddedEngine engine;
    private @Nullable Thread watch;

    LocalEngine(LocalSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void start() {
        try {
            EmbeddedEngine opened = open();
            watch = Thread.ofPlatform().daemon().name("engine-watch").start(() -> keepOpen(opened));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private EmbeddedEngine open() throws IOException {
        Instant began = Instant.now();
        EmbeddedEngine opened = EmbeddedEngine.open(
                settings.dataDirectory().resolve("engine"), settings.engine().port(), clock);
        engine = opened;
        log.info(
                "The engine is ready after {} ms.",
                Duration.between(began, Instant.now()).toMillis());
        return opened;
    }

    private void keepOpen(EmbeddedEngine first) {
        EmbeddedEngine current = first;
        Duration pause = FIRST_PAUSE;
        try {
            while (true) {
                Instant opened = Instant.now();
                Throwable fault = failureOf(current);
                if (Duration.between(opened, Instant.now()).compareTo(WELL) > 0) {
                    pause = FIRST_PAUSE;
                }
                current.close();
                EmbeddedEngine next = null;
                while (next == null) {
                    log.error(
                            "The engine failed. Pages go on working, the steps of the processes wait for it. It is"
                                    + " opened again in {} s.",
                            pause.toSeconds(),
                            fault);
                    Thread.sleep(pause);
                    pause = longer(pause);
                    try {
                        next = open();
                    } catch (IOException | RuntimeException again) {
                        fault = again;
                    }
                }
                current = next;
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static Throwable failureOf(EmbeddedEngine running) throws InterruptedException {
        try {
            running.failure().get();
            throw new IllegalStateException("An engine does not end well.");
        } catch (ExecutionException e) {
            return e.getCause() == null ? e : e.getCause();
        }
    }

    private static Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
    }

    /** The present run; none while it is being opened again. */
    @Nullable
    EmbeddedEngine engine() {
        return engine;
    }

    @Override
    public void stop() {
        Thread watching = watch;
        if (watching != null) {
            watch = null;
            watching.interrupt();
            try {
                watching.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        EmbeddedEngine running = engine;
        if (running != null) {
            engine = null;
            running.close();
            log.info("The engine is stopped.");
        }
    }

    @Override
    public boolean isRunning() {
        return engine != null;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
