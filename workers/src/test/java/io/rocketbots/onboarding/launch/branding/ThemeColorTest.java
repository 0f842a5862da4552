package io.rocketbots.onboarding.launch.branding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ThemeColorTest {

    @Test
    void readsSmallLettersAndSpacesAround() {
        assertThat(ThemeColor.parse(" #0d6efd ")).contains(new ThemeColor("#0D6EFD"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0D6EFD", "#0D6EF", "#0D6EFDF", "#GGGGGG", "red", "#0D6EFD;} body{display:none"})
    void readsNothingElseThanSixDigits(String typed) {
        assertThat(ThemeColor.parse(typed)).isEmpty();
    }

    @Test
    void findsBlackAndWhiteAsFarApartAsCanBe() {
        double contrast = new ThemeColor("#000000").contrastWith(new ThemeColor("#FFFFFF"));

        assertThat(contrast).isEqualTo(21, within(0.0001));
    }

    @ParameterizedTest
    @CsvSource({
        "#0D6EFD, #FFFFFF, 'Contrast 4.5:1, readable'",
        "#757575, #FFFFFF, 'Contrast 4.6:1, readable'",
        "#777777, #000000, 'Contrast 4.7:1, readable'",
        "#FFFF00, #000000, 'Contrast 19.6:1, readable'",
        "#F97316, #000000, 'Contrast 7.5:1, readable'",
        "#000000, #FFFFFF, 'Contrast 21.0:1, readable'",
        "#FFFFFF, #000000, 'Contrast 21.0:1, readable'",
    })
    void choosesTheTextColorThatCanBeRead(String color, String text, String told) {
        ThemeColor theme = new ThemeColor(color);

        assertThat(theme.textColor()).isEqualTo(new ThemeColor(text));
        assertThat(theme.contrast()).hasToString(told);
    }

    @Test
    void tellsWhenAButtonHardlyStandsOutFromThePage() {
        assertThat(new ThemeColor("#FFE066").contrastWithPage()).hasToString("Contrast 1.3:1, too low");
    }

    @Test
    void neverRoundsUpToALimitThatIsNotReached() {
        ThemeColor.Contrast almost = new ThemeColor.Contrast(2.96, false);

        assertThat(almost).hasToString("Contrast 2.9:1, too low");
    }

    @ParameterizedTest
    @ValueSource(strings = {"#FFE066", "#FFFFFF", "#0D6EFD", "#00FF00", "#F97316"})
    void darkensLinksUntilTheyCanBeReadOnAWhitePage(String color) {
        ThemeColor link = new ThemeColor(color).onWhitePage();

        assertThat(link.contrastWith(new ThemeColor("#FFFFFF"))).isGreaterThanOrEqualTo(4.5);
    }
}
