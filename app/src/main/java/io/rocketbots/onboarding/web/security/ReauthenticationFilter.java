package io.rocketbots.onboarding.web.security;

import io.rocketbots.onboarding.web.security.Reauthentication.Refusal;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Takes the password that somebody who is signed in sends along with what needs it: from then on the session counts as
 * confirmed. Whether it is needed, {@link ReauthenticationMapping} finds out.
 */
class ReauthenticationFilter extends OncePerRequestFilter {

    private static final String REFUSED = ReauthenticationFilter.class.getName() + ".REFUSED";

    private final Reauthentication reauthentication;

    ReauthenticationFilter(Reauthentication reauthentication) {
        this.reauthentication = reauthentication;
    }

    /** Why what that request sent does not count; empty when it was right, or when nothing was sent. */
    static Optional<Refusal> refusalOf(HttpServletRequest request) {
        return Optional.ofNullable((Refusal) request.getAttribute(REFUSED));
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !HttpMethod.POST.matches(request.getMethod()) || request.getParameter(Reauthentication.PASSWORD) == null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof CurrentAccount account) {
            reauthentication.attempt(account, request).ifPresent(why -> request.setAttribute(REFUSED, why));
        }
        chain.doFilter(request, response);
    }
}
