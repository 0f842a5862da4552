package io.rocketbots.onboarding.web.platform;

import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/**
 * Opens every page of one host that links lead to, as a browser that only reads: pages, style sheets, scripts, images,
 * downloads and fragments that htmx would load.
 */
final class Crawl {

    private static final Pattern LINK =
            Pattern.compile("(?:href|src|hx-get|poster|data-url)=\"([^\"#]+)[\"#]|url\\([\"']?([^\"')]+)[\"']?\\)");
    private static final Pattern FORM = Pattern.compile("(?:action|hx-post)=\"([^\"#]+)[\"#]");
    private static final int MOST = 400;

    private final MockMvcTester mvc;
    private final String host;
    private final Optional<Cookie> session;
    private final Map<String, Page> pages = new LinkedHashMap<>();

    private Crawl(MockMvcTester mvc, String host, Optional<Cookie> session) {
        this.mvc = mvc;
        this.host = host;
        this.session = session;
    }

    /** What one address answered: its status, and everything that a reader could see of it. */
    record Page(int status, String headers, String body) {

        boolean says(String word) {
            return (headers + body).toLowerCase(Locale.ROOT).contains(word);
        }
    }

    static Map<String, Page> of(MockMvcTester mvc, String host, Optional<Cookie> session, Collection<String> from) {
        Crawl crawl = new Crawl(mvc, host, session);
        crawl.follow(from);
        return crawl.pages;
    }

    /** Where the forms on those pages are sent to. */
    static Set<String> forms(Map<String, Page> pages) {
        return pages.values().stream()
                .flatMap(page -> FORM.matcher(page.body()).results())
                .map(form -> form.group(1).replace("&amp;", "&"))
                .collect(Collectors.toSet());
    }

    private void follow(Collection<String> from) {
        Deque<String> open = new ArrayDeque<>(from);
        while (!open.isEmpty() && pages.size() < MOST) {
            String path = open.removeFirst();
            if (pages.containsKey(path)) {
                continue;
            }
            Page page = open(path);
            pages.put(path, page);
            links(path, page).forEach(open::addLast);
        }
    }

    private Page open(String path) {
        var request = mvc.get().uri(URI.create("http://" + host + path));
        MvcTestResult answer = session.map(request::cookie).orElse(request).exchange();
        MockHttpServletResponse response = answer.getResponse();
        String headers = response.getHeaderNames().stream()
                .map(name -> name + ": " + String.join(", ", response.getHeaders(name)))
                .collect(Collectors.joining("\n"));
        return new Page(
                response.getStatus(), headers, new String(response.getContentAsByteArray(), StandardCharsets.UTF_8));
    }

    /** The addresses on the same host that the page leads to. */
    private Stream<String> links(String from, Page page) {
        URI base = URI.create("http://" + host + from);
        Stream<String> redirect = Stream.of(page.headers().split("\n"))
                .filter(header -> header.startsWith("Location: "))
                .map(header -> header.substring("Location: ".length()));
        Stream<String> written = LINK.matcher(page.body())
                .results()
                .map((MatchResult link) -> Objects.requireNonNullElse(link.group(1), link.group(2)));
        return Stream.concat(redirect, written)
                .map(link -> link.replace("&amp;", "&"))
                .filter(link -> !link.startsWith("data:") && !link.startsWith("mailto:") && !link.contains("${"))
                .map(base::resolve)
                .filter(link -> host.equals(link.getHost()))
                .map(link -> link.getRawPath() + (link.getRawQuery() == null ? "" : "?" + link.getRawQuery()))
                .filter(path -> !path.startsWith("/sign-out"));
    }
}
