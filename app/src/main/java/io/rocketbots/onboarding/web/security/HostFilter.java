package io.rocketbots.onboarding.web.security;

import io.rocketbots.onboarding.configuration.Settings;
import io.rocketbots.onboarding.launch.domain.ArrivalAnswers;
import io.rocketbots.onboarding.tenancy.platform.Platform;
import io.rocketbots.onboarding.tenancy.platform.Platforms;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.util.StreamUtils;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Finds the platform that a request is for, before sessions and security. A host that is not ours, or not live, gets a
 * page that says so and nothing else, but for our own question whether requests for a domain arrive here. What is meant
 * for proxy and probes answers on the internal connector only.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class HostFilter extends OncePerRequestFilter {

    private static final String PLATFORM = HostFilter.class.getName() + ".PLATFORM";

    private final Platforms platforms;
    private final ArrivalAnswers arrivals;
    private final int internalPort;
    private final byte[] nothingHere;

    HostFilter(Platforms platforms, ArrivalAnswers arrivals, Settings settings) throws IOException {
        this.platforms = platforms;
        this.arrivals = arrivals;
        this.internalPort = settings.internalPort();
        this.nothingHere = StreamUtils.copyToByteArray(new ClassPathResource("misdirected.html").getInputStream());
    }

    /** The platform of a request that has passed; none on the internal connector. */
    static Optional<Platform> platformOf(HttpServletRequest request) {
        return Optional.ofNullable((Platform) request.getAttribute(PLATFORM));
    }

    /** Whether it came in on the connector that is not published. */
    static boolean isInternal(HttpServletRequest request) {
        return platformOf(request).isEmpty();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean internalPath = isInternalPath(request.getRequestURI());
        if (internalPort > 0 && request.getLocalPort() == internalPort) {
            if (internalPath) {
                chain.doFilter(request, response);
            } else {
                response.setStatus(HttpStatus.NOT_FOUND.value());
            }
            return;
        }
        Optional<String> arrival = arrivals.to(request.getServerName(), request.getRequestURI());
        if (arrival.isPresent()) {
            answer(response, arrival.get());
            return;
        }
        Optional<Platform> platform = platforms.at(request.getServerName());
        if (platform.isEmpty()) {
            Optional<URI> movedTo = platforms.movedFrom(request.getServerName());
            if (movedTo.isPresent()) {
                redirect(request, response, movedTo.get());
            } else if (request.getRequestURI().startsWith("/api/")) {
                response.sendError(HttpStatus.MISDIRECTED_REQUEST.value());
            } else {
                misdirected(response);
            }
            return;
        }
        request.setAttribute(PLATFORM, platform.get());
        chain.doFilter(request, response);
    }

    /** To a question of ours that went through whatever stands before a reseller's domain; none of it may be kept. */
    private static void answer(HttpServletResponse response, String arrival) throws IOException {
        response.setContentType(MediaType.TEXT_PLAIN_VALUE);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.getOutputStream().write(arrival.getBytes(StandardCharsets.US_ASCII));
    }

    private static boolean isInternalPath(String path) {
        return path.startsWith("/internal/") || path.equals("/actuator") || path.startsWith("/actuator/");
    }

    /**
     * Leads to the same page of a platform that moved. 308 keeps the method, and search engines forget the former name;
     * nobody may store it, since the name will be free for somebody else.
     */
    private static void redirect(HttpServletRequest request, HttpServletResponse response, URI address) {
        String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        response.setStatus(HttpStatus.PERMANENT_REDIRECT.value());
        response.setHeader(HttpHeaders.LOCATION, address + request.getRequestURI() + query);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    private void misdirected(HttpServletResponse response) throws IOException {
        response.setStatus(HttpStatus.MISDIRECTED_REQUEST.value());
        response.setContentType(MediaType.TEXT_HTML_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.getOutputStream().write(nothingHere);
    }
}
