package io.rocketbots.onboarding.tenancy.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountStateTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                INVITED  | ACTIVE, DISABLED
                ACTIVE   | DISABLED
                DISABLED | INVITED
            """)
    void becomesWhatTheTableSaysAndNothingElse(AccountState state, String next) {
        assertThat(Stream.of(AccountState.values())
                        .filter(state::canBecome)
                        .map(Enum::name)
                        .collect(Collectors.joining(", ")))
                .isEqualTo(next);
    }
}
