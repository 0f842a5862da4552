package io.rocketbots.onboarding.web.security;

import io.rocketbots.onboarding.web.security.RateLimitSettings.Limit;
import io.rocketbots.onboarding.web.security.RateLimits.Limited;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** Answers 429 to a network address that sends a public form too often. */
class RateLimitFilter extends OncePerRequestFilter {

    private final RateLimits limits;
    private final RateLimitSettings settings;

    RateLimitFilter(RateLimits limits, RateLimitSettings settings) {
        this.limits = limits;
        this.settings = settings;
    }

    /** A public form, or several that count together. */
    private record PublicForm(Limited what, Limit limit) {}

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        PublicForm form = HttpMethod.POST.matches(request.getMethod()) ? formAt(request.getRequestURI()) : null;
        if (form != null) {
            Duration wait = limits.take(form.what() + " " + request.getRemoteAddr(), form.limit());
            if (wait.isPositive()) {
                limits.countRefusal(form.what());
                response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait.toSeconds() + 1));
                response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
                return;
            }
        }
        chain.doFilter(request, response);
    }

    private @Nullable PublicForm formAt(String path) {
        if (path.equals("/sign-in")) {
            return new PublicForm(Limited.SIGN_IN, settings.signIn());
        }
        if (path.equals("/reseller-program/apply")) {
            return new PublicForm(Limited.APPLICATION, settings.application());
        }
        if (path.startsWith("/invitations/")) {
            return new PublicForm(Limited.INVITATION, settings.signIn());
        }
        boolean asksForLinkOrSetsPassword =
                path.equals("/forgot-password") || path.startsWith("/reset-password/") || path.startsWith("/activate/");
        return asksForLinkOrSetsPassword ? new PublicForm(Limited.PASSWORD, settings.reset()) : null;
    }
}
