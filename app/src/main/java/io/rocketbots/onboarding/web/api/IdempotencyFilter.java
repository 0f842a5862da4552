package io.rocketbots.onboarding.web.api;

import io.rocketbots.onboarding.web.api.IdempotentCalls.Claim;
import io.rocketbots.onboarding.web.problem.ApiProblem;
import io.rocketbots.onboarding.web.problem.ProblemType;
import io.rocketbots.onboarding.web.problem.ProblemWriter;
import io.rocketbots.onboarding.web.security.ApiCaller;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Does a POST with the header <a
 * href="https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/">Idempotency-Key</a> once, however
 * often it is sent: the same call gets the same answer. A call that was refused has changed nothing and is not kept.
 */
@Component
@Order(0)
class IdempotencyFilter extends OncePerRequestFilter {

    static final String HEADER = "Idempotency-Key";

    private static final int LONGEST_KEY = 255;

    private final IdempotentCalls calls;
    private final ProblemWriter problems;
    private final TransactionTemplate transaction;

    IdempotencyFilter(IdempotentCalls calls, ProblemWriter problems, TransactionTemplate transaction) {
        this.calls = calls;
        this.problems = problems;
        this.transaction = transaction;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !HttpMethod.POST.matches(request.getMethod())
                || !request.getRequestURI().startsWith(ApiConfiguration.PATH + "/")
                || request.getHeader(HEADER) == null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<ApiCaller> caller = caller();
        if (caller.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        try {
            String key = keyOf(request);
            // How large it may be has been looked after: see RequestBounds.
            byte[] body = request.getInputStream().readAllBytes();
            switch (claim(caller.get(), key, hash(request, body))) {
                case Claim.Ours ours -> once(ours, new WithBody(request, body), response, chain);
                case Claim.Done done -> repeat(done, response);
                case Claim.InProgress busy -> throw ApiProblem.retryAfter(ProblemType.CALL_IN_PROGRESS, Duration.ZERO);
                case Claim.Different other -> throw ApiProblem.of(ProblemType.IDEMPOTENCY_KEY_REUSED);
            }
        } catch (ApiProblem refusal) {
            problems.write(refusal, response);
        }
    }

    private Claim claim(ApiCaller caller, String key, String hash) {
        try {
            return calls.claim(caller.key().id(), key, hash);
        } catch (DuplicateKeyException atTheSameMoment) {
            return new Claim.InProgress();
        }
    }

    /** Runs the call in one transaction with the keeping of its answer, which goes out once that is committed. */
    private void once(Claim.Ours call, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
        boolean kept = false;
        try {
            kept = Objects.requireNonNull(transaction.execute(status -> {
                run(request, answer, chain);
                boolean worked = answer.getStatus() < 300 && !status.isRollbackOnly();
                if (!worked || !calls.done(call, answer.getStatus(), headersOf(answer), bodyOf(answer))) {
                    status.setRollbackOnly();
                    return false;
                }
                return true;
            }));
        } finally {
            if (!kept) {
                calls.forget(call);
            }
        }
        if (!kept && answer.getStatus() < 300) {
            // Somebody else took the call over since it took so long here.
            throw ApiProblem.retryAfter(ProblemType.CALL_IN_PROGRESS, Duration.ZERO);
        }
        answer.copyBodyToResponse();
    }

    private static void run(HttpServletRequest request, HttpServletResponse response, FilterChain chain) {
        try {
            chain.doFilter(request, response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ServletException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void repeat(Claim.Done done, HttpServletResponse response) throws IOException {
        response.setStatus(done.status());
        done.headers().lines().forEach(header -> {
            int colon = header.indexOf(": ");
            response.setHeader(header.substring(0, colon), header.substring(colon + 2));
        });
        response.setHeader("Idempotent-Replayed", "true");
        response.getOutputStream().write(done.body().getBytes(StandardCharsets.UTF_8));
    }

    private static String headersOf(ContentCachingResponseWrapper answer) {
        StringBuilder headers = new StringBuilder();
        append(headers, HttpHeaders.CONTENT_TYPE, answer.getContentType());
        append(headers, HttpHeaders.LOCATION, answer.getHeader(HttpHeaders.LOCATION));
        append(headers, HttpHeaders.ETAG, answer.getHeader(HttpHeaders.ETAG));
        return headers.toString();
    }

    private static void append(StringBuilder headers, String name, @Nullable String value) {
        if (value != null) {
            headers.append(name).append(": ").append(value).append('\n');
        }
    }

    private static String bodyOf(ContentCachingResponseWrapper answer) {
        return new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private static Optional<ApiCaller> caller() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof ApiCaller caller
                ? Optional.of(caller)
                : Optional.empty();
    }

    private static String keyOf(HttpServletRequest request) {
        String sent = Objects.requireNonNullElse(request.getHeader(HEADER), "");
        String key = sent.length() > LONGEST_KEY ? "" : sent.strip();
        if (key.isEmpty()) {
            throw ApiProblem.of(
                    ProblemType.INVALID_REQUEST, "An Idempotency-Key has 1 to " + LONGEST_KEY + " characters.");
        }
        return key;
    }

    private static String hash(HttpServletRequest request, byte[] body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(
                    (request.getRequestURI() + "?" + request.getQueryString() + "\n").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }

    /** The request with its body, which has been read, to be read again. */
    private static final class WithBody extends HttpServletRequestWrapper {

        private final byte[] body;

        WithBody(HttpServletRequest request, byte[] body) {
            super(request);
            this.body = body;
        }

        @Override
        public ServletInputStream getInputStream() {
            ByteArrayInputStream content = new ByteArrayInputStream(body);
            return new ServletInputStream() {
                @Override
                public int read() {
                    return content.read();
                }

                @Override
                public int read(byte[] into, int from, int most) {
                    return content.read(into, from, most);
                }

                @Override
                public boolean isFinished() {
                    return content.available() == 0;
                }

                @Override
                public boolean isReady() {
                    return true;
                }

                @Override
                public void setReadListener(ReadListener listener) {
                    throw new UnsupportedOperationException("The body is read in one go.");
                }
            };
        }

        @Override
        public BufferedReader getReader() {
            return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
        }
    }
}
