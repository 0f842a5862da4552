package io.rocketbots.onboarding.web.security;

import io.rocketbots.onboarding.configuration.RateLimitSettings;
import io.rocketbots.onboarding.configuration.RateLimitSettings.Limit;
import io.rocketbots.onboarding.web.bounds.Network;
import io.rocketbots.onboarding.web.security.RateLimits.Limited;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.PathContainer;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Answers 429 to a network that sends a public form too often, each platform for itself. Who proves to be the owner of an
 * account is no stranger, so that an office in which many sign in is not refused.
 */
class RateLimitFilter extends OncePerRequestFilter {

    private static final String TAKEN = RateLimitFilter.class.getName() + ".TAKEN";

    private final RateLimits limits;
    private final KnownDevices devices;
    private final List<PublicForm> forms;

    RateLimitFilter(RateLimits limits, RateLimitSettings settings, KnownDevices devices) {
        this.limits = limits;
        this.devices = devices;
        this.forms = List.of(
                at("/sign-in/**", Limited.SIGN_IN, settings.signIn()),
                at("/reseller-program/apply", Limited.APPLICATION, settings.application()),
                at("/invitations/**", Limited.INVITATION, settings.signIn()),
                at("/forgot-password", Limited.PASSWORD, settings.reset()),
                at("/reset-password/**", Limited.PASSWORD, settings.reset()),
                at("/activate/**", Limited.PASSWORD, settings.reset()));
    }

    /** A public form; those with the same name count together. */
    private record PublicForm(PathPattern path, Limited what, Limit limit) {}

    /** What was sent turned out to be an owner's: it does not count. */
    static void doNotCount(RateLimits limits, HttpServletRequest request) {
        if (request.getAttribute(TAKEN) instanceof String key) {
            limits.giveBack(key);
            request.removeAttribute(TAKEN);
        }
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !HttpMethod.POST.matches(request.getMethod());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<PublicForm> form = formAt(request.getRequestURI());
        if (form.isPresent() && !isOwners(form.get(), request)) {
            Limited what = form.get().what();
            String key = RateLimits.key(what.name(), platformOf(request), Network.of(request));
            Duration wait = limits.take(key, form.get().limit());
            if (wait.isPositive()) {
                limits.countRefusal(what);
                response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait.toSeconds() + 1));
                response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
                return;
            }
            request.setAttribute(TAKEN, key);
        }
        chain.doFilter(request, response);
    }

    /** On a device where they signed in before, whose tries count for themselves: see SignInAttempts. */
    private boolean isOwners(PublicForm form, HttpServletRequest request) {
        String email = request.getParameter("email");
        return form.what() == Limited.SIGN_IN
                && email != null
                && HostFilter.platformOf(request)
                        .flatMap(platform -> devices.find(platform, email, request))
                        .isPresent();
    }

    private static String platformOf(HttpServletRequest request) {
        return HostFilter.platformOf(request)
                .map(platform -> platform.id().value().toString())
                .orElse("");
    }

    /** Read as the dispatcher reads it, so that a form does not slip through as {@code /%73ign-in}. */
    private Optional<PublicForm> formAt(String path) {
        PathContainer parsed = PathContainer.parsePath(path);
        return forms.stream().filter(form -> form.path().matches(parsed)).findFirst();
    }

    private static PublicForm at(String pattern, Limited what, Limit limit) {
        return new PublicForm(PathPatternParser.defaultInstance.parse(pattern), what, limit);
    }
}
