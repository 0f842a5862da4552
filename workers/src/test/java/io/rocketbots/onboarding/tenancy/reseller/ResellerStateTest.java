package io.rocketbots.onboarding.tenancy.reseller;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResellerStateTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                ONBOARDING  | LIVE, CANCELLED
                LIVE        | SUSPENDED, OFFBOARDING
                SUSPENDED   | LIVE, OFFBOARDING
                OFFBOARDING | LIVE, SUSPENDED, CLOSED
                CLOSED      | ''
                CANCELLED   | ''
            """)
    void becomesWhatTheTableSaysAndNothingElse(ResellerState state, String next) {
        assertThat(Stream.of(ResellerState.values())
                        .filter(state::canBecome)
                        .map(Enum::name)
                        .collect(Collectors.joining(", ")))
                .isEqualTo(next);
    }
}
