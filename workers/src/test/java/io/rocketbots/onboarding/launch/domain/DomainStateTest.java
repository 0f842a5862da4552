package io.rocketbots.onboarding.launch.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DomainStateTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                WAITING     | WAITING, VERIFIED, RELEASED
                VERIFIED    | WAITING, LIVE, RELEASED
                LIVE        | BROKEN, REDIRECTING, RELEASED
                BROKEN      | LIVE, SUSPENDED, REDIRECTING, RELEASED
                SUSPENDED   | LIVE, REDIRECTING, RELEASED
                REDIRECTING | RELEASED
                RELEASED    | ''
            """)
    void becomesWhatTheTableSaysAndNothingElse(DomainState state, String next) {
        assertThat(Stream.of(DomainState.values())
                        .filter(state::canBecome)
                        .map(Enum::name)
                        .collect(Collectors.joining(", ")))
                .isEqualTo(next);
    }
}
