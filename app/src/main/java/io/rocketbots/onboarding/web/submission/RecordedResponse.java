package io.rocketbots.onboarding.web.submission;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * What a form was answered with.
 *
 * @param headers what the page itself says; what every answer says anyway is not in it
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares two of them.
record RecordedResponse(int status, @Nullable String type, List<Header> headers, byte[] body) {

    private static final Set<String> OF_PAGES = Set.of("location", "set-cookie", "cache-control", "retry-after");

    record Header(String name, String value) {}

    static RecordedResponse of(ContentCachingResponseWrapper response) {
        List<Header> headers = new ArrayList<>();
        for (String name : Set.copyOf(response.getHeaderNames())) {
            String lower = name.toLowerCase(Locale.ROOT);
            if (OF_PAGES.contains(lower) || lower.startsWith("hx-")) {
                response.getHeaders(name).forEach(value -> headers.add(new Header(name, value)));
            }
        }
        return new RecordedResponse(
                response.getStatus(), response.getContentType(), headers, response.getContentAsByteArray());
    }

    void writeTo(HttpServletResponse response) throws IOException {
        response.setStatus(status);
        if (type != null) {
            response.setContentType(type);
        }
        for (Header header : headers) {
            if (header.name().equalsIgnoreCase(HttpHeaders.SET_COOKIE)) {
                response.addHeader(header.name(), header.value());
            } else {
                response.setHeader(header.name(), header.value());
            }
        }
        response.getOutputStream().write(body);
    }
}
