package io.rocketbots.onboarding.web.problem;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers what nobody else answered: finding the platform, loading and saving the session, a controller, its page, and the
 * page of an error. In the API every error is a problem. When the database is away it says so itself, since every page of
 * ours needs it.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 5)
class FaultFilter extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger(FaultFilter.class);

    /** A database starts within seconds, and then everybody is back at once. */
    static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final ProblemWriter writer;

    FaultFilter(ProblemWriter writer) {
        this.writer = writer;
    }

    /** Also while the page of an error is made. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean api = request.getRequestURI().startsWith("/api/");
        try {
            chain.doFilter(request, api ? new WithoutErrorPages(response) : response);
        } catch (RuntimeException | ServletException fault) {
            if (response.isCommitted() && isComplete(request, response) && DatabaseFault.isAway(fault)) {
                // The answer is out; only its session was to be looked at once more.
                log.warn("The database went away after a {} was answered: {}", request.getMethod(), words(fault));
            } else if (response.isCommitted()) {
                // Its reader must not take the half for the whole: the connection is cut.
                throw fault;
            } else if (DatabaseFault.isAway(fault)) {
                // Said once a request: with its stack the log would be full before the database is back.
                log.warn(
                        "The database is away, so that a {} was answered with 503: {}",
                        request.getMethod(),
                        words(fault));
                unavailable(api, response);
            } else if (fault instanceof TooBusy) {
                unavailable(api, response);
            } else if (DatabaseFault.isOvertaken(fault)) {
                log.info("A {} was overtaken: {}", request.getMethod(), words(fault));
                overtaken(api, response);
            } else if (api) {
                log.error(
                        "{} {} failed; the caller is told to try again.",
                        request.getMethod(),
                        request.getRequestURI(),
                        fault);
                writer.write(Problem.of(ProblemType.INTERNAL_ERROR), response);
            } else {
                throw fault;
            }
        }
    }

    private static boolean isComplete(HttpServletRequest request, HttpServletResponse response) {
        return ResponseCompleted.is(request)
                || HttpStatus.valueOf(response.getStatus()).is3xxRedirection();
    }

    private void unavailable(boolean api, HttpServletResponse response) throws IOException {
        // All of it, since what was begun may have its length and its writer already.
        String reference = response.getHeader(Reference.HEADER);
        response.reset();
        if (reference != null) {
            response.setHeader(Reference.HEADER, reference);
        }
        if (api) {
            writer.write(ApiProblem.retryAfter(ProblemType.UNAVAILABLE, RETRY_AFTER), response);
            return;
        }
        response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(RETRY_AFTER.toSeconds()));
        StaticErrorPage.UNAVAILABLE.writeTo(response);
    }

    private void overtaken(boolean api, HttpServletResponse response) throws IOException {
        if (api) {
            writer.write(Problem.of(ProblemType.CONFLICT), response);
        } else {
            response.sendError(HttpStatus.CONFLICT.value());
        }
    }

    /** The kind of the innermost fault: its message may hold what somebody typed. */
    private static String words(Throwable fault) {
        Throwable cause = fault;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return fault.getClass().getSimpleName() + ", " + cause.getClass().getSimpleName();
    }

    private final class WithoutErrorPages extends HttpServletResponseWrapper {

        WithoutErrorPages(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void sendError(int status) throws IOException {
            writer.write(Problem.of(ProblemType.of(status)), (HttpServletResponse) getResponse());
        }

        @Override
        public void sendError(int status, @Nullable String message) throws IOException {
            sendError(status);
        }
    }
}
