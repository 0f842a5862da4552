package io.rocketbots.onboarding.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeviceTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0 | Firefox on Windows",
                "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 | Chrome on Linux",
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0 | Edge on Windows",
                "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36 | Chrome on Android",
                "Mozilla/5.0 (iPhone; CPU iPhone OS 26_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Mobile/15E148 Safari/604.1 | Safari on iPhone",
                "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Safari/605.1.15 | Safari on Mac",
                "curl/8.5.0 | Unknown browser",
                "'' | Unknown browser"
            })
    void saysWhatPeopleCallIt(String userAgent, String words) {
        assertThat(Device.words(userAgent)).isEqualTo(words);
    }

    @Test
    void readsNoMoreThanTheBeginning() {
        assertThat(Device.words("x".repeat(1_000_000) + " Firefox/140.0 Windows"))
                .isEqualTo("Unknown browser");
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.77, 203.0.0.0/16",
        "2001:db8:1:2:3:4:5:6, 2001:db8:1::/48",
        "::1, ::/48",
        "not an address, ''"
    })
    void keepsOnlyTheNeighborhoodOfAnAddress(String address, String network) {
        assertThat(Device.network(address)).isEqualTo(network);
    }
}
