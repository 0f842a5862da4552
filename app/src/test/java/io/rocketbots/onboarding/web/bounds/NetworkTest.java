package io.rocketbots.onboarding.web.bounds;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkTest {

    @ParameterizedTest
    @CsvSource({
        "2001:db8:1:2::1, 2001:db8:1:2:ffff:ffff:ffff:ffff",
        "2001:db8:1:2::1, 2001:0DB8:0001:0002:0:0:0:9",
        "fe80::1%eth0, fe80::2%eth0",
        "::ffff:192.0.2.7, 192.0.2.7",
    })
    void isTheSameForAllThatOneSenderHas(String one, String other) {
        assertThat(Network.of(one)).isEqualTo(Network.of(other));
    }

    @ParameterizedTest
    @CsvSource({"2001:db8:1:2::1, 2001:db8:1:3::1", "192.0.2.7, 192.0.2.8", "::1, 127.0.0.1"})
    void isAnotherForAnotherSender(String one, String other) {
        assertThat(Network.of(one)).isNotEqualTo(Network.of(other));
    }

    @ParameterizedTest
    @CsvSource({":::, no:address", "1:2:3, g::1"})
    void isOneForWhatIsNoAddress(String one, String other) {
        assertThat(Network.of(one)).isEqualTo("unreadable").isEqualTo(Network.of(other));
        assertThat(Network.of(one + "a".repeat(1_000))).isEqualTo("unreadable");
    }
}
