package io.rocketbots.onboarding.web.security;

import io.rocketbots.onboarding.tenancy.platform.Platform;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets nobody into a platform that is closed for now, before it is asked who they are. What the notice itself is made of
 * goes through, and so does the proof that a domain leads here.
 */
class ClosedPlatformFilter extends OncePerRequestFilter {

    private static final List<String> OPEN = List.of("/css/", "/js/", "/img/", "/webjars/", "/brand/", "/.well-known/");

    private final ClosedPlatform closed;

    ClosedPlatformFilter(ClosedPlatform closed) {
        this.closed = closed;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Platform> platform = HostFilter.platformOf(request);
        if (platform.isPresent() && !isOpen(request.getRequestURI()) && closed.isClosed(platform.get())) {
            closed.answer(platform.get(), request, response);
            return;
        }
        chain.doFilter(request, response);
    }

    private static boolean isOpen(String path) {
        return OPEN.stream().anyMatch(path::startsWith);
    }
}
