package io.rocketbots.onboarding.journey;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.rocketbots.onboarding.journey.Mailbox.Mail;
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
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** What becomes of a domain after it went live: it breaks and is mended, and the platform moves to another one. */
@WholeApplication
class DomainLifeJourneyTest {

    private static final String PASSWORD = "four quiet words here";
    private static final String MODULE = "/reseller";
    private static final String DNS = "/local/dns";

    @Autowired
    private Environment environment;

    private URI baseUrl = URI.create("http://localhost");

    @BeforeEach
    void findTheApplication() {
        baseUrl = URI.create(environment.getRequiredProperty("onboarding.base-url"));
    }

    @Test
    void aLiveDomainIsWatchedAndTheFormerOneLeadsToTheNewOne() throws IOException {
        Company company = Company.named("Wandering Bots");
        Mailbox mailbox = company.mailbox(baseUrl);
        Visitor reseller = newReseller(company);
        saveDomain(reseller, "chat.wandering-bots.localhost");
        String target = awaitModule(reseller, Pattern.compile("data-copy=\"([a-z0-9-]+\\.edge\\.localhost)\""));
        String record = setRecord("chat.wandering-bots.localhost", target, "");
        checkUntil(reseller, "data-state=\"live\"");

        setRecord("chat.wandering-bots.localhost", "shops.other.localhost", record);
        checkUntil(reseller, "data-state=\"broken\"");
        Mail warning = mailbox.await("chat.wandering-bots.localhost does not point to your platform any more");
        assertThat(warning.text()).contains("leads to shops.other.localhost instead of " + target);
        assertThat(answer("chat.wandering-bots.localhost", "/sign-in")).startsWith("HTTP/1.1 200");

        setRecord("chat.wandering-bots.localhost", target, record);
        checkUntil(reseller, "data-state=\"live\"");
        mailbox.await("chat.wandering-bots.localhost points to your platform again");

        saveDomain(reseller, "talk.wandering-bots.localhost");
        assertThat(reseller.open(MODULE)).contains("Moving to talk.wandering-bots.localhost", "Cancel Change");
        setRecord("talk.wandering-bots.localhost", target, "");
        checkUntil(reseller, "chat.wandering-bots.localhost leads there too");
        assertThat(answer("chat.wandering-bots.localhost", "/sign-in?next=%2Fspaces"))
                .startsWith("HTTP/1.1 308")
                .contains("Location: http://talk.wandering-bots.localhost:" + baseUrl.getPort()
                        + "/sign-in?next=%2Fspaces");
        assertThat(answer("talk.wandering-bots.localhost", "/sign-in")).startsWith("HTTP/1.1 200");
    }

    private Visitor newReseller(Company company) {
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

    private static void saveDomain(Visitor reseller, String name) {
        reseller.send(MODULE, "/reseller/domain", Map.of("domain", name));
    }

    /** As at a DNS provider; an id names the record that is changed. Answers with the id of the record. */
    private String setRecord(String name, String target, String id) {
        Visitor administrator = new Visitor(baseUrl);
        Map<String, String> fields = Map.of("id", id, "name", name, "type", "CNAME", "value", target, "ttl", "60");
        String page = administrator.send(DNS, DNS, fields);
        Matcher row = Pattern.compile("id=\"name-([0-9a-f-]{36})\"[^>]*>\\s*" + Pattern.quote(name))
                .matcher(page);
        assertThat(row.find()).as("the record of %s in %s", name, page).isTrue();
        return row.group(1);
    }

    /** Presses Check Now until the module says so. */
    private static void checkUntil(Visitor reseller, String words) {
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

    private static String awaitModule(Visitor reseller, Pattern pattern) {
        Matcher found = pattern.matcher(reseller.open(MODULE));
        assertThat(found.find()).as("%s in the module", pattern).isTrue();
        return found.group(1);
    }

    /** What the application answers at that host, which no name server knows. */
    private String answer(String host, String path) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), baseUrl.getPort())) {
            String request = "GET " + path + " HTTP/1.1\r\nHost: " + host + ":" + baseUrl.getPort()
                    + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), US_ASCII);
        }
    }
}
