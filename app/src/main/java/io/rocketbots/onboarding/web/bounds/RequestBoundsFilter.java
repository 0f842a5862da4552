package io.rocketbots.onboarding.web.bounds;

import io.rocketbots.onboarding.web.problem.TooBusy;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses what brings more than its address takes, before sessions, security or anything else reads it: 413 for what is
 * too large, 411 for a form of unknown size, which no browser sends, and 415 for a form sent to the API. A body of a
 * program may have an unknown size; it is counted while it is read. While too many bodies are on their way already
 * ({@link BodiesInTransit}), one more gets 503. Runs once the platform is known, in whose dress the
 * refusal is told; hosts that are not ours get their answer before.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 11)
class RequestBoundsFilter extends OncePerRequestFilter {

    /** After these, Tomcat closes the connection and leaves the rest of the body unread. */
    private static final Set<Integer> CLOSES_THE_CONNECTION = Set.of(400, 408, 411, 413, 414, 500, 501, 503);

    private final RequestBounds bounds;
    private final BodiesInTransit bodies;

    RequestBoundsFilter(RequestBounds bounds, BodiesInTransit bodies) {
        this.bounds = bounds;
        this.bodies = bodies;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() <= 0 && !isOfUnknownSize(request)) {
            admit(request, response, chain);
            return;
        }
        String network = Network.of(request);
        if (!bodies.begin(network)) {
            UnreadBodies.leave(request);
            throw new TooBusy("Too many bodies are on their way already.");
        }
        try {
            admit(request, response, chain);
            if (!CLOSES_THE_CONNECTION.contains(response.getStatus())) {
                discardRest(request);
            }
        } finally {
            bodies.end(network);
        }
    }

    /**
     * Tomcat would wait for what nobody read, too, and after this request has ceased to count. A body of unknown size may be
     * endless, and nobody may have read it: who sends it need not even have been let in.
     */
    private void discardRest(HttpServletRequest request) {
        try {
            if (!Refusal.discard(request.getInputStream(), bounds.largestBody(request))) {
                UnreadBodies.leave(request);
            }
        } catch (IOException | IllegalStateException goneOrReadAsText) {
            // There is nothing left to discard.
        }
    }

    private void admit(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Integer> refusal = refusal(request);
        if (refusal.isPresent()) {
            Refusal.send(refusal.get(), request, response);
        } else if (isOfUnknownSize(request)) {
            count(new BoundedRequest(request, bounds.largestBody(request)), response, chain);
        } else {
            chain.doFilter(request, response);
        }
    }

    private Optional<Integer> refusal(HttpServletRequest request) {
        if (request.getContentLengthLong() > bounds.largestBody(request)) {
            return Optional.of(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        }
        if (bounds.isForPrograms(request)) {
            if (RequestBounds.isForm(request)) {
                return Optional.of(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE);
            }
        } else if (isOfUnknownSize(request)) {
            return Optional.of(HttpServletResponse.SC_LENGTH_REQUIRED);
        }
        // What takes a signed-in sender is read when it is known who sends it: see SenderBoundsFilter.
        return RequestBounds.isMultipart(request) || bounds.isForPeople(request)
                ? Optional.empty()
                : bounds.refusedParameters(request);
    }

    private static boolean isOfUnknownSize(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
    }

    /** Whatever became of the reader when the body turned out too large, the answer is that it is. */
    private static void count(BoundedRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (IOException | ServletException | RuntimeException fault) {
            if (!request.isTooLarge() || response.isCommitted()) {
                throw fault;
            }
        }
        if (request.isTooLarge() && !response.isCommitted()) {
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        }
    }
}
