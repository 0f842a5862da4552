package io.rocketbots.onboarding.kernel.naming;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SupplierTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Rocketbots",
                "ROCKETBOTS",
                "rOcKeTbOtS",
                "Rocketbots Support",
                "The Rocketbots Team",
                "MyRocketbotsShop",
                "Rocket bots",
                "Rocket-Bots",
                "R.o.c.k.e.t.b.o.t.s",
                "Rocket\u00A0bots",
                "Rocket\u200Bbots",
                "Rocket\u00ADbots",
                "Rocket\u2066bots",
                "Rocket🚀bots",
                "R0cketbots",
                "R0cketb0ts",
                "Rock3tbots",
                "Rocke7bot5",
                "Rocketbot$",
                "R\u043Ecketb\u043Ets", // Cyrillic o
                "R\u041E\u0421\u041A\u0415\u0422\u0412\u041E\u0422\u0405", // Cyrillic capitals behind the first
                "Rocketb\u03BFts", // Greek omicron
                "R\u03BF\u03F2ketbots", // Greek omicron and lunate sigma
                "Rocketbot\u0455", // Cyrillic dze
                "\uFF32\uFF4F\uFF43\uFF4B\uFF45\uFF54\uFF42\uFF4F\uFF54\uFF53", // full width
                "\uD835\uDC11\uD835\uDC28\uD835\uDC1C\uD835\uDC24\uD835\uDC1E\uD835\uDC2D\uD835\uDC1B\uD835\uDC28\uD835\uDC2D\uD835\uDC2C", // mathematical bold
                "\u24C7\u24DE\u24D2\u24DA\u24D4\u24E3\u24D1\u24DE\u24E3\u24E2", // in circles
                "Röckétböts",
                "Ro\u0327cketbots",
                "RRocketbots"
            })
    void isReadInWhatLooksLikeIt(String name) {
        assertThat(Supplier.isReadIn(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Acme Chat",
                "Rocket",
                "Bots",
                "Rocket Science",
                "Bots for Rockets",
                "Red Rocket Robots",
                "Rocketboots",
                "Brocket Bottles",
                "Pocketbots",
                "Müller & Söhne",
                "アクメ",
                "Ракета"
            })
    void isNotReadInOtherNames(String name) {
        assertThat(Supplier.isReadIn(name)).isFalse();
    }

    @Test
    @Timeout(5)
    void isSoughtInTimeInProportionToTheLength() {
        String almost = "rocketbot ".repeat(500);

        assertThat(Supplier.isReadIn(almost + "x".repeat(5_000))).isFalse();
    }
}
