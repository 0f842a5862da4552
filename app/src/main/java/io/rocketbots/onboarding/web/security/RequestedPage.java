package io.rocketbots.onboarding.web.security;

import io.rocketbots.onboarding.web.cookie.HostCookies;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/**
 * Remembers the page that somebody asked for who is not signed in, to lead there once they are: in a cookie of theirs, so
 * that strangers leave nothing here. Whoever leads there looks whether it is a page of ours that they may open.
 */
@Component
class RequestedPage {

    private static final String COOKIE = "next";
    private static final int LONGEST = 1_000;
    private static final Duration KEPT = Duration.ofMinutes(30);

    private final HostCookies cookies;

    RequestedPage(HostCookies cookies) {
        this.cookies = cookies;
    }

    /** Remembers its path and query, when it is a page. */
    void remember(HttpServletRequest request, HttpServletResponse response) {
        String query = request.getQueryString();
        String path = request.getRequestURI() + (query == null ? "" : "?" + query);
        if (isPage(request) && path.length() <= LONGEST) {
            cookies.write(response, COOKIE, encoded(path), KEPT);
        }
    }

    /** The path and query on this host, once. */
    Optional<String> take(HttpServletRequest request, HttpServletResponse response) {
        Optional<String> sent = cookies.read(request, COOKIE);
        sent.ifPresent(value -> cookies.write(response, COOKIE, "", Duration.ZERO));
        return sent.flatMap(RequestedPage::decoded).filter(RequestedPage::isOwnPath);
    }

    private static boolean isPage(HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        return HttpMethod.GET.matches(request.getMethod())
                && accept != null
                && accept.contains(MediaType.TEXT_HTML_VALUE)
                && request.getHeader("HX-Request") == null;
    }

    /** No other host, however browsers read it, and nothing that ends a header. */
    private static boolean isOwnPath(String path) {
        return path.length() <= LONGEST
                && path.startsWith("/")
                && !path.startsWith("//")
                && path.chars().allMatch(letter -> letter > ' ' && letter < 0x7f && letter != '\\');
    }

    private static String encoded(String path) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(path.getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<String> decoded(String value) {
        try {
            return Optional.of(new String(Base64.getUrlDecoder().decode(value), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }
}
