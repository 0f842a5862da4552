package io.rocketbots.onboarding.journey;

import static org.springframework.test.context.support.TestPropertySourceUtils.INLINED_PROPERTIES_PROPERTY_SOURCE_NAME;

import io.rocketbots.onboarding.local.mode.FreePorts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;

/** Gives the application under test ports nobody uses and an empty data directory below {@code target}. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class OwnPortsAndData implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final List<String> PORTS = List.of(
            "server.port",
            "onboarding.internal-port",
            "onboarding.local.smtp-port",
            "onboarding.local.dns-port",
            "onboarding.local.engine.port");

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        MutablePropertySources sources = context.getEnvironment().getPropertySources();
        MapPropertySource own = new MapPropertySource("own ports and data", settings());
        // What a test itself says comes first.
        if (sources.contains(INLINED_PROPERTIES_PROPERTY_SOURCE_NAME)) {
            sources.addAfter(INLINED_PROPERTIES_PROPERTY_SOURCE_NAME, own);
        } else {
            sources.addFirst(own);
        }
    }

    /** Settings for one more application beside all others. */
    static Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>();
        List<Integer> free = FreePorts.take(PORTS.size());
        for (int i = 0; i < PORTS.size(); i++) {
            settings.put(PORTS.get(i), free.get(i));
        }
        settings.put("onboarding.local.data-directory", "target/journey/" + UUID.randomUUID());
        // People in tests know at once what they want.
        settings.put("onboarding.review.undo", "1s");
        settings.put("onboarding.domain.check-now-pause", "200ms");
        // Long enough to come back in it, short enough to see its end.
        settings.put("onboarding.offboarding.grace", "40s");
        settings.put("onboarding.offboarding.remind-before", "35s");
        settings.put("onboarding.offboarding.remind-again-before", "25s");
        return settings;
    }
}
