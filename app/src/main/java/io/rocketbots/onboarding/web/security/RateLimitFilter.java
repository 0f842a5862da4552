package io.rocketbots.onboarding.web.security;

import io.rocketbots.onboarding.web.security.RateLimitSettings.Limit;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** Answers 429 to a network address that sends a public form too often. */
class RateLimitFilter extends OncePerRequestFilter {

    private final RateLimits limits;
    private final Map<String, Limit> byPath;

    RateLimitFilter(RateLimits limits, RateLimitSettings settings) {
        this.limits = limits;
        this.byPath = Map.of(
                "/sign-in", settings.signIn(),
                "/forgot-password", settings.reset(),
                "/reseller-program/apply", settings.application());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Limit limit = byPath.get(request.getRequestURI());
        if (limit != null && HttpMethod.POST.matches(request.getMethod())) {
            Duration wait = limits.take(request.getRequestURI() + " " + request.getRemoteAddr(), limit);
            if (wait.isPositive()) {
                response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait.toSeconds() + 1));
                response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
                return;
            }
        }
        chain.doFilter(request, response);
    }
}
