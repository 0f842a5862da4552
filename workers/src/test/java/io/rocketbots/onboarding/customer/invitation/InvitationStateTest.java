package io.rocketbots.onboarding.customer.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvitationStateTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                PREPARED      | OPEN, REVOKED
                OPEN          | ACCEPTED, REVOKED, EXPIRED, UNDELIVERABLE
                ACCEPTED      | ''
                REVOKED       | ''
                EXPIRED       | ''
                UNDELIVERABLE | ''
            """)
    void becomesWhatTheTableSaysAndNothingElse(InvitationState state, String next) {
        assertThat(Stream.of(InvitationState.values())
                        .filter(state::canBecome)
                        .map(Enum::name)
                        .collect(Collectors.joining(", ")))
                .isEqualTo(next);
    }
}
