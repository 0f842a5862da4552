package io.rocketbots.onboarding.web.submission;

import io.rocketbots.onboarding.web.submission.Submissions.Turn;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Gives a second press of a button the answer of the first one, also on another node: browsers show the answer to the last
 * press only, and nobody should read there that somebody was faster when it was themselves. What the first press did is
 * done once. Works after the CSRF token was checked and before anybody asks who is signed in, since the first press may
 * have ended the session of the second.
 */
class ResubmissionFilter extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger(ResubmissionFilter.class);

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration LOOK = Duration.ofMillis(50);
    private static final int LARGEST = 512 * 1024;

    private final Submissions presses;

    ResubmissionFilter(Submissions presses) {
        this.presses = presses;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !HttpMethod.POST.matches(request.getMethod())
                || request.getRequestURI().startsWith("/api/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        switch (turn(Submission.of(request))) {
            case Turn.First first -> answer(first, request, response, chain);
            case Turn.Answered answered -> answered.answer().writeTo(response);
            case Turn.Wait tooLong -> {
                response.setHeader(HttpHeaders.RETRY_AFTER, "5");
                response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
            }
        }
    }

    private Turn turn(Submission press) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        Turn turn = presses.take(press);
        while (turn instanceof Turn.Wait && System.nanoTime() < end) {
            pause();
            turn = presses.take(press);
        }
        return turn;
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The application is being stopped.", stopping);
        }
    }

    private void answer(Turn.First first, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
        boolean kept = false;
        try {
            chain.doFilter(request, answer);
            kept = isKept(answer) && keep(first, RecordedResponse.of(answer));
        } finally {
            if (!kept) {
                presses.forget(first);
            }
        }
        answer.copyBodyToResponse();
    }

    /** An error has its page made later; a refusal for the moment is looked at anew. */
    private static boolean isKept(ContentCachingResponseWrapper answer) {
        int status = answer.getStatus();
        boolean forTheMoment = status >= 500 || status == HttpStatus.TOO_MANY_REQUESTS.value();
        boolean withoutPage = status >= 400 && answer.getContentSize() == 0;
        return !forTheMoment && !withoutPage && answer.getContentSize() <= LARGEST;
    }

    /** The press itself is done and has its answer, whatever becomes of the note. */
    private boolean keep(Turn.First first, RecordedResponse answer) {
        try {
            presses.keep(first, answer);
            return true;
        } catch (DataAccessException away) {
            log.warn("What a form was answered with could not be noted; a second press is done for itself.", away);
            return false;
        }
    }
}
