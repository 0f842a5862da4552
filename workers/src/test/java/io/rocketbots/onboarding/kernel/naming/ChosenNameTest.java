package io.rocketbots.onboarding.kernel.naming;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChosenNameTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Acme Chat",
                "Acme, Inc.",
                "Booking.com B.V.",
                "Müller & Söhne \"Talk\"",
                "AT&T / Cloud",
                "Awww. Cute Shop",
                "St. John's",
                "O’Neill",
                "アクメ",
                "عليّ",
                "علی\u200Cرضا", // the non-joiner that Persian spelling needs
                "क\u094D\u200Dष", // and the joiner of Devanagari
                "👩\u200D💻 Studio",
                "❤\uFE0F Bakery"
            })
    void isWhateverPeopleCanReadInALine(String name) {
        assertThat(ChosenName.fault(name)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                0x0000, 0x0009, 0x000A, 0x000D, 0x001B, 0x007F, 0x0085, 0x00AD, 0x034F, 0x061C, 0x115F, 0x1160, 0x17B4,
                0x180B, 0x180E, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2028, 0x2029, 0x202A, 0x202D, 0x202E, 0x2060,
                0x2061, 0x2066, 0x2069, 0x206F, 0x3164, 0xFE00, 0xFE0F, 0xFEFF, 0xFFA0, 0xFFF9, 0xFFFE, 0xE000, 0xE0001,
                0xE0041, 0xE0100
            })
    void holdsNothingInvisible(int character) {
        String name = "Ac" + Character.toString(character) + "me";

        assertThat(ChosenName.fault(name)).contains("Leave out line breaks and other invisible characters.");
        assertThat(ChosenName.faultOfPerson(name)).isPresent();
        assertThat(ChosenName.withoutInvisible(name)).isEqualTo("Acme");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Win at https://evil.example/now",
                "HTTP://EVIL.EXAMPLE",
                "www.evil.example",
                "Prize: bit.ly/x7",
                "evil.example/x",
                "ftp://x",
                "mailto:me",
                "Write to me@evil.com",
                "ｗｗｗ．evil．example",
                "javascript://x"
            })
    void leadsNowhere(String name) {
        assertThat(ChosenName.fault(name)).contains("Leave out web addresses.");
        assertThat(ChosenName.faultOfPerson(name)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ada at evil.com", "evil.co.uk", "evil.example", "evil.com.", "evil。com"})
    void isNoHostWhereItIsAPersons(String name) {
        assertThat(ChosenName.faultOfPerson(name)).contains("Leave out web addresses, and write a space behind a dot.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ada Example", "Prof. Dr. Ada Müller", "Prof.Dr.Müller", "J.R.R. Tolkien", "Ada M. Li"})
    void ofAPersonMayHaveDots(String name) {
        assertThat(ChosenName.faultOfPerson(name)).isEmpty();
    }

    @Test
    void isNotTakenForTheSuppliers() {
        assertThat(ChosenName.fault("R0cketbots Support"))
                .contains("Choose another name: this one looks like the name of the platform provider.");
        assertThat(ChosenName.faultOfPerson("Rocketbots")).isPresent();
    }

    @Test
    void hasOneWayOfWriting() {
        assertThat(ChosenName.tidied(" \u00A0Acme \u2003 \u3000Chat  ")).isEqualTo("Acme Chat");
        assertThat(ChosenName.tidied("Mu\u0308ller")).isEqualTo("M\u00FCller");
        assertThat(ChosenName.tidied("\tAcme\n")).isEqualTo("\tAcme\n");
    }

    @Test
    @Timeout(5)
    void isLookedAtInTimeInProportionToItsLength() {
        assertThat(ChosenName.tidied(" ".repeat(1_000_000) + "x" + " ".repeat(1_000_000)))
                .isEqualTo("x");
        assertThat(ChosenName.fault("a.b/".repeat(2_000))).isEmpty();
        assertThat(ChosenName.fault("a.".repeat(2_000) + "/".repeat(2_000))).isEmpty();
        assertThat(ChosenName.hasInvisible("\u0915\u094D\u200D".repeat(100_000)))
                .isFalse();
    }
}
