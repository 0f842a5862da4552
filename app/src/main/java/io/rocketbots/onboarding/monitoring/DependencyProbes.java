package io.rocketbots.onboarding.monitoring;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.rocketbots.onboarding.engine.EngineHealth;
import io.rocketbots.onboarding.engine.EngineHealth.Health;
import io.rocketbots.onboarding.launch.domain.AuthoritativeLookup;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Asks the engine and our DNS resolver now and then how they are, so that no probe has to wait for them. */
@Component
class DependencyProbes {

    private final EngineHealth engine;
    private final AuthoritativeLookup dns;
    private volatile boolean engineAsked;
    private volatile Optional<Health> engineSaid = Optional.empty();
    private volatile @Nullable Boolean resolverAnswered;

    DependencyProbes(EngineHealth engine, AuthoritativeLookup dns, MeterRegistry meters) {
        this.engine = engine;
        this.dns = dns;
        Gauge.builder("onboarding.engine.up", () -> told(engineAsked ? engineSaid.isPresent() : null))
                .description("Whether the engine answers this node")
                .register(meters);
        Gauge.builder("onboarding.resolver.up", () -> told(resolverAnswered))
                .description("Whether our DNS resolver answers this node")
                .register(meters);
    }

    @Scheduled(fixedRate = 15, timeUnit = TimeUnit.SECONDS)
    void askEngine() {
        engineSaid = engine.ask();
        engineAsked = true;
    }

    @Scheduled(fixedRate = 60, timeUnit = TimeUnit.SECONDS)
    void askResolver() {
        resolverAnswered = dns.resolverAnswers();
    }

    boolean hasAskedEngine() {
        return engineAsked;
    }

    /** What the engine said of itself; empty when it did not answer, and before it was asked. */
    Optional<Health> engine() {
        return engineSaid;
    }

    /** Null before it was asked. */
    @Nullable
    Boolean resolverAnswered() {
        return resolverAnswered;
    }

    private static double told(@Nullable Boolean up) {
        if (up == null) {
            return Double.NaN;
        }
        return up ? 1 : 0;
    }
}
