package io.rocketbots.onboarding.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import io.rocketbots.onboarding.local.mode.SettingsOfLocalMode;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalSettingsTest {

    @Test
    void keepTheDatabaseInTheDataDirectoryWhereverThatIs(@TempDir Path elsewhere) {
        assertThat(databaseIn(elsewhere.toString())).isEqualTo(elsewhere.resolve("db/onboarding"));
        assertThat(databaseIn("data")).isEqualTo(Path.of("data/db/onboarding").toAbsolutePath());
    }

    private static Path databaseIn(String directory) {
        return SettingsOfLocalMode.with(Map.of("onboarding.local.data-directory", directory))
                .database();
    }
}
