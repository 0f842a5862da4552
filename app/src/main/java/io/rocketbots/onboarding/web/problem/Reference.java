package io.rocketbots.onboarding.web.problem;

import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.Tracer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Tells every caller under which id their request stands in the log, in the header {@code X-Request-Id}, and logs under it
 * what nobody caught. Runs inside the observation of the request.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
public class Reference extends OncePerRequestFilter {

    static final String HEADER = "X-Request-Id";

    private static final Logger log = LoggerFactory.getLogger(Reference.class);
    private static final String ATTRIBUTE = Reference.class.getName();

    private final Tracer tracer;

    Reference(Tracer tracer) {
        this.tracer = tracer;
    }

    /** The id to quote, also on the page of an error, which is made when the request is over. */
    public static Optional<String> of(HttpServletRequest request) {
        return Optional.ofNullable((String) request.getAttribute(ATTRIBUTE));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        TraceContext trace = tracer.currentTraceContext().context();
        if (trace != null) {
            request.setAttribute(ATTRIBUTE, trace.traceId());
            response.setHeader(HEADER, trace.traceId());
        }
        try {
            chain.doFilter(request, response);
        } catch (RuntimeException | ServletException fault) {
            // Not the address itself, which may hold the token of a link.
            log.error(
                    "{} {} failed; the reader sees that something went wrong.",
                    request.getMethod(),
                    request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE),
                    fault);
            throw fault;
        }
    }
}
