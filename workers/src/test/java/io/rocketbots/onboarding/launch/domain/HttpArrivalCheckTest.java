package io.rocketbots.onboarding.launch.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.net.InetAddresses;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.rocketbots.onboarding.kernel.id.ApplicationId;
import io.rocketbots.onboarding.kernel.id.DomainId;
import io.rocketbots.onboarding.kernel.id.ResellerId;
import io.rocketbots.onboarding.launch.domain.Arrival.Outcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The question that goes through whatever stands before a domain, against small servers on this machine. */
class HttpArrivalCheckTest {

    private static final InetAddress HERE = InetAddress.getLoopbackAddress();
    private static final DomainName CHAT = new DomainName("chat.acme.example");

    private final ArrivalTokens tokens =
            new ArrivalTokens("only-for-tests-and-long-enough-for-that", new SecureRandom());
    private final CustomDomain domain = domain();
    private HttpServer server;

    @BeforeEach
    void startsAServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(HERE, 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    @AfterEach
    void stopsTheServer() {
        server.stop(0);
    }

    @Test
    void arrivesWhereOnlyWeCanAnswer() {
        answers(path -> tokens.answer(path, CHAT));

        assertThat(ask(HERE).outcome()).isEqualTo(Outcome.OURS);
    }

    @Test
    void asksUnderTheNameOfTheDomain() {
        server.createContext("/", exchange -> {
            String host = exchange.getRequestHeaders().getFirst("Host");
            String path = exchange.getRequestURI().getPath();
            send(exchange, 200, host.startsWith(CHAT + ":") ? tokens.answer(path, CHAT) : "another host");
        });

        assertThat(ask(HERE).outcome()).isEqualTo(Outcome.OURS);
    }

    @Test
    void neverTakesAnAnswerToAnotherQuestion() {
        String earlier = tokens.answer(tokens.ask(domain.id()), CHAT);
        answers(path -> earlier);

        assertThat(ask(HERE)).isEqualTo(Arrival.anothers("status 200"));
    }

    @Test
    void neverTakesAnEchoOfTheQuestion() {
        answers(path -> path.substring(path.lastIndexOf('/') + 1));

        assertThat(ask(HERE).outcome()).isEqualTo(Outcome.ANOTHERS);
    }

    @Test
    void tellsWhereARedirectLeadsAndDoesNotFollowIt() {
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("Location", "https://www.acme.example/");
            send(exchange, 301, "");
        });

        assertThat(ask(HERE)).isEqualTo(Arrival.anothers("a redirect to https://www.acme.example/"));
    }

    @Test
    void takesAFailureForNoAnswer() {
        server.createContext("/", exchange -> send(exchange, 522, "origin unreachable"));

        assertThat(ask(HERE)).isEqualTo(Arrival.none("status 522"));
    }

    @Test
    void waitsForNobodyWhoDrips() {
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 100_000);
            for (int drop = 0; drop < 100; drop++) {
                exchange.getResponseBody().write('x');
                exchange.getResponseBody().flush();
                pause();
            }
        });

        assertThat(ask(HERE)).isEqualTo(Arrival.none("no answer within 3 s"));
    }

    @Test
    void readsOnlyTheBeginningOfALongAnswer() {
        answers(path -> "x".repeat(10_000_000));

        assertThat(ask(HERE)).isEqualTo(Arrival.anothers("status 200"));
    }

    @Test
    void keepsNoConnection() {
        answers(path -> "x".repeat(100_000));
        HttpArrivalCheck check = check(true);

        List<Outcome> outcomes = IntStream.range(0, 50)
                .mapToObj(time -> check.at(List.of(HERE), domain).outcome())
                .distinct()
                .toList();

        assertThat(outcomes).containsExactly(Outcome.ANOTHERS);
    }

    @Test
    void triesAnotherAddressWhenOneIsSilent() {
        answers(path -> tokens.answer(path, CHAT));

        assertThat(check(true)
                        .at(List.of(InetAddresses.forString("127.0.0.99"), HERE), domain)
                        .outcome())
                .isEqualTo(Outcome.OURS);
    }

    @Test
    void neverCallsInsideOurNetworkInPublic() {
        answers(path -> tokens.answer(path, CHAT));

        assertThat(check(false).at(List.of(HERE), domain))
                .isEqualTo(Arrival.none("no answer (127.0.0.1 is not called from here)"));
        assertThat(check(false)
                        .at(List.of(InetAddresses.forString("169.254.169.254")), domain)
                        .outcome())
                .isEqualTo(Outcome.NONE);
    }

    @Test
    void callsNobodyOnTheInternetFromADevelopersMachine() {
        assertThat(check(true)
                        .at(List.of(InetAddresses.forString("104.21.7.9")), domain)
                        .inShort())
                .contains("is not called from here");
    }

    private Arrival ask(InetAddress address) {
        return check(true).at(List.of(address), domain);
    }

    private HttpArrivalCheck check(boolean local) {
        return new HttpArrivalCheck(
                tokens,
                new DnsSettings(
                        "",
                        53,
                        Duration.ofSeconds(3),
                        local,
                        server.getAddress().getPort(),
                        List.of()));
    }

    private void answers(UnaryOperator<String> words) {
        server.createContext(
                "/",
                exchange ->
                        send(exchange, 200, words.apply(exchange.getRequestURI().getPath())));
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static CustomDomain domain() {
        return new CustomDomain(
                new DomainId(UUID.randomUUID()),
                0,
                new ResellerId(UUID.randomUUID()),
                new ApplicationId(UUID.randomUUID()),
                CHAT.value(),
                "k3v9.edge.example",
                DomainState.WAITING,
                null,
                null,
                null,
                Instant.EPOCH,
                CnameWait.NOT_STARTED,
                null,
                DomainWatch.NOT_STARTED,
                null,
                null);
    }
}
