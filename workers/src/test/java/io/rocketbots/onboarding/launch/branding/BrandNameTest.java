package io.rocketbots.onboarding.launch.branding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrandNameTest {

    @ParameterizedTest
    @ValueSource(strings = {"Acme Chat", "4you", "Müller & Söhne \"Talk\"", "アクメ", "<b>Acme</b>"})
    void canBeAnythingPeopleCanReadInALine(String name) {
        assertThat(BrandName.fault(name)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Acme\r\nBcc: all@shop.example",
                "Acme\nChat",
                "Acme\u0000",
                "Acme\u202Eelpmaxe",
                "Acme\u2028Chat",
                "Acme\u200BChat",
                "\tAcme"
            })
    void neverHoldsALineBreakOrAnotherInvisibleCharacter(String name) {
        assertThat(BrandName.fault(name)).contains("Leave out line breaks and other invisible characters.");
    }

    @Test
    void hasAtMostSixtyCharacters() {
        assertThat(BrandName.fault("a".repeat(60))).isEmpty();
        assertThat(BrandName.fault("a".repeat(61))).contains("Use at most 60 characters.");
    }

    @Test
    void hasALetterOrDigit() {
        assertThat(BrandName.fault("...")).contains("Use at least one letter or digit.");
    }

    @Test
    void losesSpacesThatDoNotCount() {
        assertThat(BrandName.tidied("  Acme   Chat ")).isEqualTo("Acme Chat");
    }

    @Test
    void cannotBeMadeFromAFaultyText() {
        assertThatThrownBy(() -> new BrandName("a\r\nb")).isInstanceOf(IllegalArgumentException.class);
    }
}
