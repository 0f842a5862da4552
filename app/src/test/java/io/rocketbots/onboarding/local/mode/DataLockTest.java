package io.rocketbots.onboarding.local.mode;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.rocketbots.onboarding.configuration.StartRefused;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataLockTest {

    @TempDir
    private Path directory;

    @Test
    void refusesASecondApplicationOnTheSameData() {
        DataLock first = DataLock.take(directory);

        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> DataLock.take(directory))
                .withMessageContaining("already runs with the data directory " + directory);

        first.close();
    }

    @Test
    void letsTheNextOneInAfterTheFirst() {
        DataLock.take(directory).close();

        assertThatCode(() -> DataLock.take(directory).close()).doesNotThrowAnyException();
    }
}
