package io.rocketbots.onboarding.web;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Somebody's browser on one host: it keeps cookies from page to page, and follows nothing by itself. */
public final class Visit {

    private final MockMvcTester mvc;
    private final String host;
    private String userAgent = "";
    private final Map<String, Cookie> cookies = new LinkedHashMap<>();

    public Visit(MockMvcTester mvc, String host) {
        this.mvc = mvc;
        this.host = host;
    }

    /** On Rocketbots. */
    public Visit(MockMvcTester mvc) {
        this(mvc, "localhost");
    }

    public Visit with(String otherUserAgent) {
        userAgent = otherUserAgent;
        return this;
    }

    /** A second tab, or a thief: it knows the present cookie. */
    public Visit copy() {
        Visit copy = new Visit(mvc, host).with(userAgent);
        copy.cookies.putAll(cookies);
        return copy;
    }

    public MvcTestResult get(String path) {
        return exchange(
                mvc.get().uri("http://" + host + path).accept("text/html").header("User-Agent", userAgent));
    }

    /**
     * Sends a form.
     *
     * @param fields name and value in turn
     */
    public MvcTestResult post(String path, String... fields) {
        var request = mvc.post()
                .uri("http://" + host + path)
                .accept("text/html")
                .header("User-Agent", userAgent)
                .with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return exchange(request);
    }

    public MvcTestResult signIn(String email) {
        return post("/sign-in", "email", email, "password", People.PASSWORD);
    }

    public boolean isSignedIn() {
        return get("/account").getResponse().getStatus() == 200;
    }

    /** Lets that time pass for what the session says of when somebody signed in and last proved it. */
    public void age(SessionRepository<?> sessions, Duration by) {
        age(sessions, session(), by);
    }

    /** The same for a browser with that cookie. */
    public static <S extends Session> void age(SessionRepository<S> sessions, String cookie, Duration by) {
        S kept = Objects.requireNonNull(sessions.findById(idIn(cookie)));
        for (String attribute : kept.getAttributeNames()) {
            if (kept.getAttribute(attribute) instanceof String text && attribute.endsWith("signed-in")) {
                kept.setAttribute(attribute, aged(text, by));
            }
        }
        sessions.save(kept);
    }

    /** Changes a text of the session, as if another release had written it. */
    public <S extends Session> void rewrite(
            SessionRepository<S> sessions, String attribute, UnaryOperator<String> change) {
        S kept = Objects.requireNonNull(sessions.findById(idIn(session())));
        kept.setAttribute(attribute, change.apply(kept.getRequiredAttribute(attribute)));
        sessions.save(kept);
    }

    public static String body(MvcTestResult result) {
        try {
            return result.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }

    private static String idIn(String cookie) {
        return new String(Base64.getDecoder().decode(cookie), StandardCharsets.UTF_8);
    }

    /** Times are the only numbers of that size. */
    private static String aged(String text, Duration by) {
        String[] parts = text.split(" ", -1);
        for (int i = 0; i < parts.length; i++) {
            if (parts[i].matches("\\d{9,}")) {
                parts[i] = Long.toString(Instant.ofEpochSecond(Long.parseLong(parts[i]))
                        .minus(by)
                        .getEpochSecond());
            }
        }
        return String.join(" ", parts);
    }

    private String session() {
        return Objects.requireNonNull(cookies.get("session")).getValue();
    }

    private MvcTestResult exchange(MockMvcTester.MockMvcRequestBuilder request) {
        if (!cookies.isEmpty()) {
            request.cookie(cookies.values().toArray(Cookie[]::new));
        }
        MvcTestResult result = request.exchange();
        for (Cookie fresh : result.getResponse().getCookies()) {
            if (fresh.getMaxAge() == 0) {
                cookies.remove(fresh.getName());
            } else {
                cookies.put(fresh.getName(), fresh);
            }
        }
        return result;
    }
}
