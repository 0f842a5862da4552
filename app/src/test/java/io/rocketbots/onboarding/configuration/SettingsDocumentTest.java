package io.rocketbots.onboarding.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Keeps docs/settings.md true: it is made from the code, and a file that says anything else fails here. */
class SettingsDocumentTest {

    private static final Path DOCUMENT = Path.of("../docs/settings.md");

    /** Given to Maven, it makes this test write the file. */
    private static final String WRITE = "settings.write";

    private static final String COMMAND =
            "mvn -pl app -am test -Dtest=SettingsDocumentTest -Dsurefire.failIfNoSpecifiedTests=false -D" + WRITE;

    private final SettingsTable table = new SettingsTable();

    @Test
    void everySettingIsDescribed() {
        assertThat(table.undescribed())
                .as("settings without a @param in the Javadoc of their record")
                .isEmpty();
    }

    @Test
    void theDocumentSaysWhatTheCodeSays() throws IOException {
        if (System.getProperty(WRITE) != null) {
            Files.createDirectories(DOCUMENT.getParent());
            Files.writeString(DOCUMENT, table.text());
        }

        assertThat(DOCUMENT)
                .as("The settings have changed. Write docs/settings.md anew and look at the difference:%n%s%n", COMMAND)
                .exists()
                .content()
                .isEqualTo(table.text());
    }
}
