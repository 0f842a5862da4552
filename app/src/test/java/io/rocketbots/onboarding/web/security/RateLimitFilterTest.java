package io.rocketbots.onboarding.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.rocketbots.onboarding.configuration.RateLimitSettings;
import io.rocketbots.onboarding.configuration.RateLimitSettings.Limit;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class RateLimitFilterTest {

    private static final Limit ONCE = new Limit(1, Duration.ofHours(1));

    private final RateLimitFilter filter = new RateLimitFilter(
            new RateLimits(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), new SimpleMeterRegistry()),
            new RateLimitSettings(ONCE, ONCE, ONCE, ONCE, ONCE),
            mock(KnownDevices.class));

    @ParameterizedTest
    @CsvSource({
        "/sign-in, /%73ign-in",
        "/reseller-program/apply, /reseller-program/%61pply",
        "/invitations/token, /%69nvitations/other",
        "/invitations/token, /invitations/token/sign-in",
        "/forgot-password, /forgot%2Dpassword",
        "/reset-password/token, /reset-%70assword/other",
        "/activate/token, /%61ctivate/token/new-link"
    })
    void countsAFormHoweverItsAddressIsWritten(String first, String second) throws ServletException, IOException {
        assertThat(statusOf("POST", first)).isEqualTo(HttpStatus.OK.value());

        assertThat(statusOf("POST", second)).isEqualTo(HttpStatus.TOO_MANY_REQUESTS.value());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sign-out", "/reseller-program", "/applications/token/answer"})
    void letsOtherFormsThrough(String path) throws ServletException, IOException {
        assertThat(statusOf("POST", path)).isEqualTo(HttpStatus.OK.value());
        assertThat(statusOf("POST", path)).isEqualTo(HttpStatus.OK.value());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sign-in", "/activate/token"})
    void letsPagesBeReadAsOftenAsOneLikes(String path) throws ServletException, IOException {
        assertThat(statusOf("GET", path)).isEqualTo(HttpStatus.OK.value());
        assertThat(statusOf("GET", path)).isEqualTo(HttpStatus.OK.value());
    }

    @Test
    void countsANetworkHoweverManyAddressesItHas() throws ServletException, IOException {
        assertThat(statusOf(from("2001:db8:1:2::1"))).isEqualTo(HttpStatus.OK.value());

        assertThat(statusOf(from("2001:db8:1:2::2"))).isEqualTo(HttpStatus.TOO_MANY_REQUESTS.value());
        assertThat(statusOf(from("2001:db8:1:3::1"))).isEqualTo(HttpStatus.OK.value());
    }

    private static MockHttpServletRequest from(String address) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/sign-in");
        request.setRemoteAddr(address);
        return request;
    }

    private int statusOf(String method, String path) throws ServletException, IOException {
        return statusOf(new MockHttpServletRequest(method, path));
    }

    private int statusOf(MockHttpServletRequest request) throws ServletException, IOException {
        MockHttpServletResponse response = new MockHttpServletResponse();
        filter.doFilter(request, response, new MockFilterChain());
        return response.getStatus();
    }
}
