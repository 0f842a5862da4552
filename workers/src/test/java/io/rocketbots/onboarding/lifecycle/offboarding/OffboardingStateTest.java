package io.rocketbots.onboarding.lifecycle.offboarding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OffboardingStateTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                REQUESTED | GRACE, WITHDRAWN, KEPT
                GRACE     | WITHDRAWN, ARCHIVED
                WITHDRAWN | RESTORED
                KEPT      | ''
                RESTORED  | ''
                ARCHIVED  | ''
            """)
    void becomesWhatTheTableSaysAndNothingElse(OffboardingState state, String next) {
        assertThat(Stream.of(OffboardingState.values())
                        .filter(state::canBecome)
                        .map(Enum::name)
                        .collect(Collectors.joining(", ")))
                .isEqualTo(next);
    }
}
