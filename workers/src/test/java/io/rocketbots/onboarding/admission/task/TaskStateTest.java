package io.rocketbots.onboarding.admission.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaskStateTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                OPEN      | DONE, CANCELLED
                DONE      | ''
                CANCELLED | ''
            """)
    void becomesWhatTheTableSaysAndNothingElse(TaskState state, String next) {
        assertThat(Stream.of(TaskState.values())
                        .filter(state::canBecome)
                        .map(Enum::name)
                        .collect(Collectors.joining(", ")))
                .isEqualTo(next);
    }
}
