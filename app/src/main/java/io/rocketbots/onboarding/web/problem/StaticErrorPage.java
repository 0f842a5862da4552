package io.rocketbots.onboarding.web.problem;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/** A page that needs nothing to be made: no database, no template, no brand. Names nobody, since any host may show it. */
enum StaticErrorPage {
    UNAVAILABLE("unavailable.html"),
    FAILED("failed.html");

    private final byte[] content;

    StaticErrorPage(String name) {
        try {
            this.content = new ClassPathResource(name).getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes page and headers; the status is the caller's. */
    void writeTo(HttpServletResponse response) throws IOException {
        response.setContentType(MediaType.TEXT_HTML_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.getOutputStream().write(content);
    }
}
