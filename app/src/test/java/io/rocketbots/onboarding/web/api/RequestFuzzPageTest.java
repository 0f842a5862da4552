package io.rocketbots.onboarding.web.api;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.rocketbots.onboarding.integration.apikey.ApiScope;
import io.rocketbots.onboarding.web.People;
import io.rocketbots.onboarding.web.Visit;
import io.rocketbots.onboarding.web.WholeApp;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Whatever a program sends, and for whichever host somebody asks: there is an answer, and it is no failure of ours. */
@WholeApp
@Import(Programs.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RequestFuzzPageTest {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final int LONGEST_ANSWER = 100_000;

    /** Those that read a body. */
    private static final List<Route> ROUTES = List.of(
            new Route(HttpMethod.POST, "/spaces", MediaType.APPLICATION_JSON_VALUE),
            new Route(HttpMethod.PATCH, "/spaces/{space}", "application/merge-patch+json"),
            new Route(HttpMethod.POST, "/spaces/{space}/invitations", MediaType.APPLICATION_JSON_VALUE),
            new Route(HttpMethod.POST, "/spaces/{space}/cancel", MediaType.APPLICATION_JSON_VALUE),
            new Route(HttpMethod.PUT, "/domain", MediaType.APPLICATION_JSON_VALUE),
            new Route(HttpMethod.PUT, "/appearance", MediaType.APPLICATION_JSON_VALUE));

    private static final Set<String> HOSTS = Set.of("localhost", "rocketbots.localhost");

    private record Route(HttpMethod method, String path, String type) {}

    @Autowired
    MockMvcTester mvc;

    @Autowired
    People people;

    @Autowired
    Programs programs;

    private String key = "";
    private String space = "";

    @BeforeAll
    void makesAKey() {
        key = programs.keyOf(people.activeReseller(), ApiScope.values());
        String added = Visit.body(
                call(ROUTES.getFirst(), "{\"name\": \"Bakery\", \"primaryLanguage\": \"de\"}".getBytes(UTF_8)));
        space = added.replaceFirst("(?s).*\"id\":\"([^\"]*)\".*", "$1");
    }

    /** The first byte says which route; the others are the body. */
    @ParameterizedTest
    @MethodSource("calls")
    void answersWhateverAProgramSends(byte[] call) {
        if (call.length == 0) {
            return;
        }
        Route route = ROUTES.get(Math.floorMod(call[0], ROUTES.size()));
        byte[] body = Arrays.copyOfRange(call, 1, call.length);
        long begin = System.nanoTime();
        MvcTestResult answer = call(route, body);
        if (answer.getResponse().getStatus() == HttpStatus.TOO_MANY_REQUESTS.value()) {
            makesAKey();
            answer = call(route, body);
        }
        assertThat(answer.getUnresolvedException()).isNull();
        assertThat(answer.getResponse().getStatus()).as(Visit.body(answer)).isBetween(200, 499);
        assertThat(Visit.body(answer)).hasSizeLessThan(LONGEST_ANSWER).doesNotContain("io.rocketbots", "java.lang");
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(SOON);
    }

    @MethodSource("calls")
    @FuzzTest(maxDuration = "10m")
    void fuzzCalls(byte[] call) {
        answersWhateverAProgramSends(call);
    }

    /** A host and a path, with a zero byte between them. */
    @ParameterizedTest
    @MethodSource("hosts")
    void showsAPlatformOnItsOwnHostOnly(byte[] request) {
        String[] parts = new String(request, ISO_8859_1).split("\0", 2);
        String host = parts[0];
        String path = parts.length > 1 ? "/" + parts[1] : "/sign-in";
        long begin = System.nanoTime();
        MvcTestResult answer = mvc.get()
                .uri("http://localhost/sign-in")
                .accept(MediaType.TEXT_HTML)
                .with(changed -> {
                    changed.setServerName(host);
                    changed.setRequestURI(path);
                    changed.setServletPath(path);
                    changed.setPathInfo(null);
                    return changed;
                })
                .exchange();
        int status = answer.getResponse().getStatus();
        assertThat(answer.getUnresolvedException()).isNull();
        assertThat(status).as(Visit.body(answer)).isBetween(200, 499);
        if (!isOurs(host)) {
            assertThat(status).isEqualTo(HttpStatus.MISDIRECTED_REQUEST.value());
            assertThat(answer.getResponse().getHeader("Location")).isNull();
            assertThat(Visit.body(answer)).doesNotContainIgnoringCase("rocketbots");
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(SOON);
    }

    @MethodSource("hosts")
    @FuzzTest(maxDuration = "10m")
    void fuzzHosts(byte[] request) {
        showsAPlatformOnItsOwnHostOnly(request);
    }

    private static boolean isOurs(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return HOSTS.contains(name.endsWith(".") ? name.substring(0, name.length() - 1) : name);
    }

    private MvcTestResult call(Route route, byte[] body) {
        return mvc.method(route.method())
                .uri("http://localhost/api/v1" + route.path().replace("{space}", space))
                .contentType(route.type())
                .content(body)
                .with(Programs.with(key))
                .exchange();
    }

    static Stream<byte[]> calls() {
        List<String> bodies = List.of(
                "{\"name\": \"Shop\", \"primaryLanguage\": \"de\", \"contactLimit\": 5, \"owners\": [\"a@b.example\"]}",
                "{\"name\": \"Shop \u0301\", \"contactLimit\": 1e400}",
                "{\"emails\": [\"a@b.example\", null], \"role\": \"agent\"}",
                "{\"confirmation\": \"Bakery\"}",
                "{\"name\": \"chat.b\u00fccher-acme.com:443\"}",
                "{\"brandName\": \"Acme\", \"themeColor\": \"#0D6EFD\", \"supportEmail\": \"a@b.example\", \"supportLink\": \"x\"}",
                "{\"name\": {\"a\": [[[[]]]]}, \"contactLimit\": \"\\ud800\"}",
                "{\"name\": \"Shop\", \"contactLimit\": 1e10000002000}",
                "null",
                "[",
                "");
        return bodies.stream()
                .flatMap(body ->
                        IntStream.range(0, ROUTES.size()).mapToObj(route -> ((char) route + body).getBytes(UTF_8)));
    }

    static Stream<byte[]> hosts() {
        return Stream.of(
                        "localhost",
                        "LOCALHOST.",
                        "rocketbots.localhost\0team/tasks",
                        "localhost..",
                        "evil.example\0.well-known/domain-challenge/AAAA",
                        "chat.acme.example\0api/v1/spaces",
                        "127.0.0.1\0actuator/health",
                        "[::1]\0internal/domain",
                        "xn--\0;jsessionid=1",
                        "\0",
                        "a b\r\nSet-Cookie: c\0%2e%2e/x")
                .map(request -> request.getBytes(ISO_8859_1));
    }
}
