package io.rocketbots.onboarding.local.mode;

import io.rocketbots.onboarding.configuration.LocalSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;

/** The settings of local mode as they stand in its file, for tests that use a part of it alone. */
public final class SettingsOfLocalMode {

    private SettingsOfLocalMode() {}

    /** The settings, with those instead of what stands in the file. */
    public static LocalSettings with(Map<String, Object> others) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("others", others));
        try {
            new YamlPropertySourceLoader()
                    .load("local", new ClassPathResource("application-local.yaml"))
                    .forEach(environment.getPropertySources()::addLast);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return LocalSettings.of(environment);
    }
}
