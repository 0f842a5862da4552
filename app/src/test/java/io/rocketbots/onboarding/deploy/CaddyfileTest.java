package io.rocketbots.onboarding.deploy;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import io.rocketbots.onboarding.launch.domain.ArrivalTokens;
import io.rocketbots.onboarding.local.mode.FreePorts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The proxy's settings, read by the real proxy. */
@Needs("caddy")
class CaddyfileTest {

    private static final String CADDYFILE =
            ComposeFile.ROOT.resolve("deploy/Caddyfile").toString();

    @TempDir
    private Path home = Path.of("");

    @Test
    void isUnderstoodWithWhatComposeSets() throws Exception {
        Variables variables = new Variables(Map.of("PLATFORM_HOST", "partners.example"));

        Ran ran = caddy(variables, "validate", "--config", CADDYFILE, "--adapter", "caddyfile");

        assertThat(ran.exitCode()).as(ran.output()).isZero();
        assertThat(ran.output()).contains("Valid configuration").doesNotContain("not formatted");
    }

    @Test
    void takesCaddysOwnOptions() throws Exception {
        Variables variables = new Variables(
                Map.of("PLATFORM_HOST", "partners.example", "CADDY_GLOBAL_OPTIONS", "email ops@partners.example"));

        Ran ran = caddy(variables, "adapt", "--config", CADDYFILE, "--adapter", "caddyfile");

        assertThat(ran.exitCode()).as(ran.output()).isZero();
        assertThat(ran.output()).contains("ops@partners.example", "http://application:8081/internal/tls/allow");
    }

    @Test
    void letsNothingButOurOwnQuestionAndCallsThatAreRefusedThroughWithoutHttps() throws Exception {
        Variables variables = new Variables(Map.of("PLATFORM_HOST", "partners.example"));

        Ran ran = caddy(variables, "adapt", "--config", CADDYFILE, "--adapter", "caddyfile");

        assertThat(ran.exitCode()).as(ran.output()).isZero();
        assertThat(ran.output())
                .contains(
                        "\"listen\":[\":80\"]", "\"not\":[{\"path\":[\"" + ArrivalTokens.PATH + "*\",\"/api/v1/*\"]}]")
                .contains("\"https://{http.request.host}{http.request.uri}\"");
    }

    @Test
    void keepsAddressesOfPeopleForAWeekAndNoTokenAtAll() throws Exception {
        String secret = "c2VjcmV0";

        String proxysLog = withProxy(
                Map.of(),
                port -> assertThat(ask(
                                port,
                                "127.0.0.3",
                                "/activate/" + secret + "?again=" + secret,
                                "Cookie: __Host-session=" + secret,
                                "Referer: https://partners.example/activate/" + secret))
                        .startsWith("HTTP/1.1 308"));

        String accessLog = Files.readString(accessLog());
        assertThat(accessLog)
                .contains("\"remote_ip\":\"127.0.0.3\"", "\"method\":\"GET\"", "\"uri\":\"/activate\"")
                .doesNotContain(secret);
        assertThat(proxysLog).doesNotContain(secret);
        JsonNode logs = adapted().path("logging").path("logs");
        assertThat(logs.properties()).hasSizeGreaterThan(1).allSatisfy(log -> {
            JsonNode fields = log.getValue().at("/encoder/fields");
            assertThat(fields.properties().stream().map(Map.Entry::getKey))
                    .as(log.getKey())
                    .containsExactlyInAnyOrder("request>uri", "request>headers", "resp_headers");
            if (!log.getKey().equals("default")) {
                assertThat(log.getValue().at("/writer/roll_keep_days").intValue())
                        .isEqualTo(7);
            }
        });
    }

    @Test
    void takesNothingFromTheAddressesThatAreBlocked() throws Exception {
        String path = ArrivalTokens.PATH + "x";

        withProxy(Map.of("BLOCKED_ADDRESSES", "127.0.0.3 127.0.1.0/24"), port -> {
            assertThat(ask(port, "127.0.0.3", path)).isEmpty();
            assertThat(ask(port, "127.0.1.9", path)).isEmpty();
            assertThat(ask(port, "127.0.0.4", "/")).startsWith("HTTP/1.1 308");
        });
    }

    @Test
    void tellsTheApplicationHowACallCameAndNothingThatACallerMadeUp() throws Exception {
        HttpServer application = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        BlockingQueue<Headers> calls = new LinkedBlockingQueue<>();
        // A node that fails its health checks gets no calls.
        application.createContext("/actuator", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        application.createContext("/", exchange -> {
            calls.add(exchange.getRequestHeaders());
            exchange.sendResponseHeaders(403, -1);
            exchange.close();
        });
        application.start();
        try {
            int node = application.getAddress().getPort();
            withProxy(
                    Map.of("APP_NODES", "127.0.0.1:" + node, "APP_HEALTH_PORT", Integer.toString(node)),
                    port -> assertThat(ask(
                                    port,
                                    "127.0.0.5",
                                    "/api/v1/spaces",
                                    "X-Forwarded-Port: 666",
                                    "X-Forwarded-Proto: https",
                                    "X-Forwarded-For: 192.0.2.1"))
                            .startsWith("HTTP/1.1 403"));
        } finally {
            application.stop(0);
        }

        assertThat(calls)
                .filteredOn(call -> call.containsKey("X-Forwarded-Proto"))
                .singleElement()
                .satisfies(call -> {
                    assertThat(call.getFirst("X-Forwarded-Proto")).isEqualTo("http");
                    assertThat(call.getFirst("X-Forwarded-For")).isEqualTo("127.0.0.5");
                    assertThat(call.containsKey("X-Forwarded-Port")).isFalse();
                });
    }

    private JsonNode adapted() throws IOException, InterruptedException {
        Ran ran = caddy(
                new Variables(Map.of("PLATFORM_HOST", "partners.example")),
                "adapt",
                "--config",
                CADDYFILE,
                "--adapter",
                "caddyfile");
        return JsonMapper.shared().readTree(ran.output().lines().toList().getLast());
    }

    private interface Questions {
        void askAt(int port) throws IOException;
    }

    /** Has questions asked of a running proxy; gives what it logged meanwhile beside the requests. */
    private String withProxy(Map<String, String> more, Questions questions) throws IOException, InterruptedException {
        List<Integer> ports = FreePorts.take(2);
        Map<String, String> variables = new HashMap<>(more);
        variables.put("PLATFORM_HOST", "partners.example");
        Path log = home.resolve("caddy.log");
        ProcessBuilder caddy = new ProcessBuilder("caddy", "run", "--config", CADDYFILE, "--adapter", "caddyfile")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        caddy.environment().putAll(environment(new Variables(variables)));
        caddy.environment().putAll(more);
        caddy.environment().put("CADDY_GLOBAL_OPTIONS", """
                http_port %d
                https_port %d
                default_bind 127.0.0.1
                admin off
                local_certs
                skip_install_trust
                """.formatted(ports.getFirst(), ports.getLast()));
        Process process = caddy.start();
        try {
            Awaitility.await("Caddy")
                    .failFast("Caddy ended: " + log, () -> !process.isAlive())
                    .ignoreExceptions()
                    .until(() -> !ask(ports.getFirst(), "127.0.0.2", "/").isEmpty());
            questions.askAt(ports.getFirst());
        } finally {
            process.destroy();
            process.waitFor();
        }
        return Files.readString(log);
    }

    /** The answer to a request from that address of this machine; empty when there is none. */
    private static String ask(int port, String from, String path, String... headers) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port, InetAddress.getByName(from), 0)) {
            String request = "GET %s HTTP/1.1\r\nHost: chat.acme.example\r\nConnection: close\r\n%s\r\n"
                    .formatted(
                            path,
                            Stream.of(headers).map(header -> header + "\r\n").collect(Collectors.joining()));
            socket.getOutputStream().write(request.getBytes(US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), US_ASCII);
        }
    }

    private Path accessLog() {
        return home.resolve("access/access.log");
    }

    private Ran caddy(Variables variables, String... arguments) throws IOException, InterruptedException {
        return Ran.in(home, environment(variables), "caddy", arguments);
    }

    /** What Compose and the image set. */
    private Map<String, String> environment(Variables variables) {
        Map<String, String> environment =
                new HashMap<>(ComposeFile.ofOneMachine().environment("caddy", variables));
        environment.put("XDG_DATA_HOME", home.toString());
        environment.put("XDG_CONFIG_HOME", home.toString());
        return environment;
    }
}
