package io.rocketbots.onboarding.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Makes every redirect after a POST a 303, whoever sends it: what was posted is never posted again at the new address
 * (RFC 9110, section 15.4.4). A redirect that says itself what it is stays as it is.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class SeeOtherFilter extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean posted = HttpMethod.POST.matches(request.getMethod());
        chain.doFilter(request, posted ? new SeeOther(response) : response);
    }

    private static final class SeeOther extends HttpServletResponseWrapper {

        SeeOther(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void sendRedirect(String location) throws IOException {
            super.sendRedirect(location, SC_SEE_OTHER);
        }
    }
}
