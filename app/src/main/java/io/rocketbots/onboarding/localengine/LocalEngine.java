package io.rocketbots.onboarding.localengine;

import io.rocketbots.onboarding.localmode.LocalSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Keeps the engine running as long as the application runs: ready before the first worker starts, stopped after the last one. */
@Component
@Profile("local")
@ConditionalOnBooleanProperty(LocalSettings.PREFIX + ".engine.enabled")
final class LocalEngine implements SmartLifecycle {

    /** Before everything that talks to the engine, and after all of that when stopping. */
    static final int PHASE = -1000;

    private static final Logger log = LoggerFactory.getLogger(LocalEngine.class);

    private final LocalSettings settings;
    private final Clock clock;
    private volatile @Nullable EmbeddedEngine engine;

    LocalEngine(LocalSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void start() {
        Instant began = Instant.now();
        try {
            engine = EmbeddedEngine.open(
                    settings.dataDirectory().resolve("engine"),
                    settings.engine().port(),
                    clock);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        log.info(
                "The engine is ready after {} ms.",
                Duration.between(began, Instant.now()).toMillis());
    }

    @Override
    public void stop() {
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
