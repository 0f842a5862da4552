package io.rocketbots.onboarding.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Domains that show no CNAME record: one behind a proxy, and one that is the top of its zone. */
@WholeApplication
class DomainWithoutCnameJourneyTest extends DomainJourney {

    /** Another address of this machine, which is not one of ours. */
    private static final String PROXY = "127.0.0.2";

    private static final Pattern PROOF = Pattern.compile("id=\"copy-txt-value\" data-copy=\"([^\"]+)\"");

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "Elsewhere a machine has only one loopback address.")
    void aProxiedDomainGoesLiveWithAProofOnceRequestsComeThrough() throws IOException {
        Visitor reseller = newReseller(Company.named("Cloudy Bots"));
        String name = "chat.cloudy-bots.localhost";
        saveDomain(reseller, name);
        setRecord(name, "A", PROXY, "");
        checkUntil(reseller, "A CNAME record cannot stand beside them");
        assertThat(reseller.open(MODULE)).doesNotContain("over HTTP", "_domain-challenge");

        HttpServer proxy = proxy();
        try {
            checkUntil(reseller, "requests come through it to us");
            String proof = awaitModule(reseller, PROOF);
            setRecord("_domain-challenge." + name, "TXT", proof, "");
            checkUntil(reseller, "data-state=\"live\"");

            assertThat(reseller.open(MODULE)).contains("asked over HTTP: requests arrive here", "Full (strict)");
            assertThat(answer(name, "/sign-in")).startsWith("HTTP/1.1 200");
        } finally {
            proxy.stop(0);
        }
    }

    @Test
    void theTopOfADomainGoesLiveWithAddressesAndAProof() throws IOException {
        Visitor reseller = newReseller(Company.named("Summit Bots"));
        String name = "summit-bots.localhost";
        saveDomain(reseller, name);
        checkUntil(reseller, "the top of its zone");
        assertThat(reseller.open(MODULE)).contains("data-copy=\"127.0.0.1\"", "data-copy=\"::1\"");
        setRecord(name, "A", "127.0.0.1", "");
        String left = setRecord(name, "AAAA", "2001:db8::7", "");
        checkUntil(reseller, "Remove what is not ours: AAAA 2001:db8::7");

        setRecord(name, "AAAA", "::1", left);
        checkUntil(reseller, "An address alone does not show that the domain is yours");
        setRecord("_domain-challenge." + name, "TXT", awaitModule(reseller, PROOF), "");
        checkUntil(reseller, "data-state=\"live\"");

        assertThat(answer(name, "/sign-in")).startsWith("HTTP/1.1 200");
    }

    @Test
    void nobodyElseLearnsAnythingOnTheHostOfADomainThatIsBeingSetUp() throws IOException {
        Visitor reseller = newReseller(Company.named("Quiet Bots"));
        saveDomain(reseller, "chat.quiet-bots.localhost");

        assertThat(answer("chat.quiet-bots.localhost", "/.well-known/domain-challenge/"))
                .startsWith("HTTP/1.1 421");
        assertThat(answer("chat.quiet-bots.localhost", "/.well-known/domain-challenge/" + "A".repeat(54)))
                .startsWith("HTTP/1.1 421");
        assertThat(answer("chat.quiet-bots.localhost", "/sign-in")).startsWith("HTTP/1.1 421");
    }

    /** Passes requests on to the application, as a proxy does that a company has put before its domain. */
    private HttpServer proxy() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(PROXY, baseUrl.getPort()), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::passOn);
        server.start();
        return server;
    }

    private void passOn(HttpExchange exchange) throws IOException {
        String host = exchange.getRequestHeaders().getFirst("Host");
        try (Socket origin = new Socket(InetAddress.getLoopbackAddress(), baseUrl.getPort())) {
            String request = "GET " + exchange.getRequestURI() + " HTTP/1.0\r\nHost: " + host + "\r\n\r\n";
            origin.getOutputStream().write(request.getBytes(UTF_8));
            String answer = new String(origin.getInputStream().readAllBytes(), UTF_8);
            byte[] body = answer.substring(answer.indexOf("\r\n\r\n") + 4).getBytes(UTF_8);
            int status = Integer.parseInt(answer.substring("HTTP/1.1 ".length(), "HTTP/1.1 200".length()));
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        } finally {
            exchange.close();
        }
    }
}
