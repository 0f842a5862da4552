package io.rocketbots.onboarding.customer.space;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpaceStateTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                WAITING_FOR_DOMAIN | REQUESTED, CANCELLED, REJECTED
                REQUESTED          | ACTIVE, CANCELLED, REJECTED
                ACTIVE             | SUSPENDED, CANCELLED
                SUSPENDED          | ACTIVE, CANCELLED
                CANCELLED          | WAITING_FOR_DOMAIN, ACTIVE, DELETED
                REJECTED           | REQUESTED
                DELETED            | ''
            """)
    void becomesWhatTheTableSaysAndNothingElse(SpaceState state, String next) {
        assertThat(Stream.of(SpaceState.values())
                        .filter(state::canBecome)
                        .map(Enum::name)
                        .collect(Collectors.joining(", ")))
                .isEqualTo(next);
    }
}
