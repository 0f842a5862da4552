package io.rocketbots.onboarding.web.cookie;

import io.rocketbots.onboarding.configuration.Settings;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * Cookies that no script reads and no other site sends along: host-only and, under TLS, unforgeable from another host
 * (RFC 6265bis, prefix {@code __Host-}). Their names are neutral, since they are seen on every platform.
 */
@Component
public class HostCookies {

    private final boolean tls;

    HostCookies(Settings settings) {
        this.tls = "https".equals(settings.baseUrl().getScheme());
    }

    /** Whether they are sent by TLS only. */
    public boolean areSecure() {
        return tls;
    }

    /** The name under which browsers keep it. */
    public String name(String name) {
        return tls ? "__Host-" + name : name;
    }

    /** What the browser sent along; empty when it sent none. */
    public Optional<String> read(HttpServletRequest request, String name) {
        Cookie[] sent = request.getCookies();
        return sent == null
                ? Optional.empty()
                : Arrays.stream(sent)
                        .filter(cookie -> cookie.getName().equals(name(name)))
                        .map(Cookie::getValue)
                        .findFirst();
    }

    /** Has the browser keep it for that long; not at all for {@link Duration#ZERO}. */
    public void write(HttpServletResponse response, String name, String value, Duration kept) {
        ResponseCookie cookie = ResponseCookie.from(name(name), value)
                .httpOnly(true)
                .secure(tls)
                .path("/")
                .sameSite("Lax")
                .maxAge(kept)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
