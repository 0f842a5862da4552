package io.rocketbots.onboarding.admission.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApplicationStateTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                SUBMITTED             | UNDER_REVIEW, CANCELLING
                UNDER_REVIEW          | WAITING_FOR_APPLICANT, APPROVED, CANCELLING, REJECTED
                WAITING_FOR_APPLICANT | UNDER_REVIEW, CANCELLING, WITHDRAWN
                APPROVED              | CANCELLING, REJECTED, CLOSED, LIVE
                CANCELLING            | WITHDRAWN, CANCELLED
                REJECTED              | ''
                WITHDRAWN             | ''
                CANCELLED             | ''
                CLOSED                | ''
                LIVE                  | ''
            """)
    void becomesWhatTheTableSaysAndNothingElse(ApplicationState state, String next) {
        assertThat(Stream.of(ApplicationState.values())
                        .filter(state::canBecome)
                        .map(Enum::name)
                        .collect(Collectors.joining(", ")))
                .isEqualTo(next);
    }
}
