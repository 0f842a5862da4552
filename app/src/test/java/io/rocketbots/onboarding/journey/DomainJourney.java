package io.rocketbots.onboarding.journey;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** What journeys around a domain share: a new reseller, the page of a DNS provider, and what a host answers. */
class DomainJourney {

    private static final String PASSWORD = "four quiet words here";
    static final String MODULE = "/reseller";
    private static final String DNS = "/local/dns";

    @Autowired
    private Environment environment;

    URI baseUrl = URI.create("http://localhost");

    @BeforeEach
    void findTheApplication() {
        baseUrl = URI.create(environment.getRequiredProperty("onboarding.base-url"));
    }

    Visitor newReseller(Company company) {
        company.apply(baseUrl);
        Desk desk = new Desk(baseUrl);
        desk.decide(desk.awaitTask(company.name(), "Review application"), "approve", "");
        String activation = company.mailbox(baseUrl)
                .await("Welcome to the Rocketbots Reseller Program")
                .link("/activate/")
                .getPath();
        Visitor reseller = new Visitor(baseUrl);
        reseller.send(activation, activation, Map.of("newPassword", PASSWORD, "repeatPassword", PASSWORD));
        if (!reseller.open("/sign-in").contains("/sign-out")) {
            reseller.signIn(company.email(), PASSWORD);
        }
        return reseller;
    }

    static void saveDomain(Visitor reseller, String name) {
        reseller.send(MODULE, "/reseller/domain", Map.of("domain", name));
    }

    /** As at a DNS provider; an id names the record that is changed. Answers with the id of the record. */
    String setRecord(String name, String type, String value, String id) {
        Visitor administrator = new Visitor(baseUrl);
        Map<String, String> fields = Map.of("id", id, "name", name, "type", type, "value", value, "ttl", "60");
        String page = administrator.send(DNS, DNS, fields);
        Matcher row = Pattern.compile("id=\"name-([0-9a-f-]{36})\">" + Pattern.quote(name)
                        + "</code></td>\\s*<td[^>]*><span[^>]*>" + type + "<")
                .matcher(page);
        assertThat(row.find()).as("the record of %s in %s", name, page).isTrue();
        return row.group(1);
    }

    /** Presses Check Now until the module says so. */
    static void checkUntil(Visitor reseller, String words) {
        Awaitility.await("\"" + words + "\" in the module")
                .atMost(Mailbox.PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> {
                    String page = reseller.open(MODULE);
                    if (page.contains(words)) {
                        return true;
                    }
                    if (page.contains("Check Now")) {
                        reseller.send(MODULE, "/reseller/domain/check", Map.of());
                    }
                    return false;
                });
    }

    static String awaitModule(Visitor reseller, Pattern pattern) {
        Matcher found = pattern.matcher(reseller.open(MODULE));
        assertThat(found.find()).as("%s in the module", pattern).isTrue();
        return found.group(1);
    }

    /** What the application answers at that host, which no name server knows. */
    String answer(String host, String path) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), baseUrl.getPort())) {
            String request = "GET " + path + " HTTP/1.1\r\nHost: " + host + ":" + baseUrl.getPort()
                    + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), US_ASCII);
        }
    }
}
