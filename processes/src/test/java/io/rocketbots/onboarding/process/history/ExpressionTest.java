package io.rocketbots.onboarding.process.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ExpressionTest {

    private final Map<String, @Nullable Object> variables =
            new HashMap<>(Map.of("decision", "approve", "found", true, "id", "a1", "round", 2));

    @Test
    void comparesAVariableWithAText() {
        assertThat(isTrue("=decision = \"approve\"")).isTrue();
        assertThat(isTrue("=decision != \"approve\"")).isFalse();
        assertThat(isTrue("=decision = \"reject\"")).isFalse();
    }

    @Test
    void takesAFlagAsItIs() {
        assertThat(isTrue("=found")).isTrue();
        assertThat(isTrue("=lost")).isFalse();
    }

    @Test
    void comparesWithNull() {
        assertThat(isTrue("=id != null")).isTrue();
        assertThat(isTrue("=former != null")).isFalse();
    }

    @Test
    void buildsACorrelationKey() {
        assertThat(Expression.of("=id + \":\" + string(round)").evaluate(variables))
                .isEqualTo("a1:2");
        assertThat(Expression.of("=other + \":\" + string(round)").evaluate(variables))
                .isNull();
    }

    @Test
    void looksIntoARecord() {
        variables.put("timing", Map.of("branding", Map.of("first", "P3D")));

        assertThat(Expression.of("=duration(timing.branding.first)").evaluate(variables))
                .isEqualTo("P3D");
        assertThat(Expression.of("=duration(timing.other.first)").evaluate(variables))
                .isNull();
    }

    @Test
    void refusesWhatItCannotFollow() {
        assertThatThrownBy(() -> Expression.of("=count(list) > 3").evaluate(variables))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("count(list) > 3");
    }

    private boolean isTrue(String written) {
        return Expression.of(written).isTrue(variables);
    }
}
