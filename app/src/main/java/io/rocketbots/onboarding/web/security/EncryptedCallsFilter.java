package io.rocketbots.onboarding.web.security;

import io.rocketbots.onboarding.web.problem.ApiProblem;
import io.rocketbots.onboarding.web.problem.ProblemType;
import io.rocketbots.onboarding.web.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses calls that did not come by TLS, where people use nothing else. A redirect would work, and nobody would notice
 * that each call sends its key in the clear first (OWASP ASVS 5.0, 4.1.2).
 */
class EncryptedCallsFilter extends OncePerRequestFilter {

    private final boolean tls;
    private final ProblemWriter problems;

    EncryptedCallsFilter(boolean tls, ProblemWriter problems) {
        this.tls = tls;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (tls && !request.isSecure()) {
            problems.write(ApiProblem.of(ProblemType.NOT_ENCRYPTED), response);
        } else {
            chain.doFilter(request, response);
        }
    }
}
