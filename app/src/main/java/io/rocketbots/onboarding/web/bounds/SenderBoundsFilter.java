package io.rocketbots.onboarding.web.bounds;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses large forms and uploads of those who are not signed in, and only then has the form read, whose parameters are
 * bounded too. Runs when it is known who sends it, and before the CSRF token is looked for in it.
 */
public class SenderBoundsFilter extends OncePerRequestFilter {

    private final RequestBounds bounds;

    public SenderBoundsFilter(RequestBounds bounds) {
        this.bounds = bounds;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Integer> refusal = bounds.isForPeople(request) && !isSignedIn()
                ? Optional.of(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE)
                : bounds.refusedParameters(request);
        if (refusal.isPresent()) {
            Refusal.send(refusal.get(), request, response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean isSignedIn() {
        return SecurityContextHolder.getContext().getAuthentication() != null;
    }
}
