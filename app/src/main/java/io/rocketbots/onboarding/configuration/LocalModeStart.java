package io.rocketbots.onboarding.configuration;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.support.SpringFactoriesLoader;

/**
 * Prepares local mode once its settings are right. The jar that production runs has no local mode in it, nor the file that
 * names its initializers.
 */
@Order(Ordered.HIGHEST_PRECEDENCE + 101)
final class LocalModeStart implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final String FACTORIES = "META-INF/local.factories";

    static void refuseWhereItIsMissing(@Nullable ClassLoader classes) {
        if (initializers(classes).isEmpty()) {
            throw new StartRefused(
                    "This jar is for production: local mode is not in it.",
                    "Start with 'mvn spring-boot:run', or without profile 'local'.");
        }
    }

    @Override
    @SuppressWarnings("unchecked")
    public void initialize(ConfigurableApplicationContext context) {
        if (LocalSettings.areOn(context.getEnvironment())) {
            initializers(context.getClassLoader()).forEach(initializer -> initializer.initialize(context));
        }
    }

    @SuppressWarnings("rawtypes")
    private static List<ApplicationContextInitializer> initializers(@Nullable ClassLoader classes) {
        return SpringFactoriesLoader.forResourceLocation(FACTORIES, classes).load(ApplicationContextInitializer.class);
    }
}
