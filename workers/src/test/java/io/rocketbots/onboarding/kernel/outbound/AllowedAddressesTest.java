package io.rocketbots.onboarding.kernel.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.UnknownHostException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedAddressesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "127.0.0.1",
                "10.1.2.3",
                "192.168.0.1",
                "172.16.0.1",
                "169.254.169.254",
                "100.64.0.1",
                "0.0.0.0",
                "0.1.2.3",
                "192.0.0.8",
                "198.18.0.1",
                "255.255.255.255",
                "64:ff9b::a00:1",
                "::1",
                "fd00::1",
                "fe80::1",
                "::ffff:127.0.0.1"
            })
    void areNotThoseInsideANetwork(String host) {
        assertThatThrownBy(() -> new AllowedAddresses(PublicAddresses::contain).resolve(host))
                .isInstanceOf(NotAllowed.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"93.184.216.34", "192.0.1.1", "198.20.0.1", "2606:2800:220:1:248:1893:25c8:1946"})
    void areThoseOnTheInternet(String host) throws UnknownHostException {
        assertThat(new AllowedAddresses(PublicAddresses::contain).resolve(host)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = "127.0.0.1")
    void areAllOnADevelopersMachine(String host) throws UnknownHostException {
        assertThat(new AllowedAddresses(address -> true).resolve(host)).hasSize(1);
    }
}
