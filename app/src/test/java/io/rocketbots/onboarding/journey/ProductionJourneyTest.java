package io.rocketbots.onboarding.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.rocketbots.onboarding.deploy.ComposeFile;
import io.rocketbots.onboarding.deploy.Dockerfile;
import io.rocketbots.onboarding.deploy.Needs;
import io.rocketbots.onboarding.web.AuthenticatorApp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.net.ssl.SSLException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.core.io.ClassPathResource;

/**
 * From an empty server to a reseller's platform on its own domain, as in docs/running.md, and what the proxy lets through.
 * The tests go on where the one before has ended.
 */
@Needs("caddy")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ProductionJourneyTest {

    private static final String PASSWORD = "four quiet words here";
    private static final String CHAT = "chat.northern-lights.localhost";
    private static final String TALK = "talk.northern-lights.localhost";
    private static final Company COMPANY = Company.named("Northern Lights");

    private static Production production;
    private static Visitor lead;
    private static Visitor reseller;
    private static String cnameTarget = "";

    @BeforeAll
    static void start() throws Exception {
        production = Production.start();
        lead = new Visitor(Production.PLATFORM, production.visitorAt(2));
        reseller = new Visitor(Production.PLATFORM, production.visitorAt(3));
    }

    @AfterAll
    static void stop() {
        if (production != null) {
            production.close();
        }
    }

    @Test
    @Order(1)
    void theFirstAccountIsThatOfTheLeadInTheSettingsWhoSetsUpASecondFactor() throws Exception {
        String text = production
                .mails()
                .await(Production.LEAD, "Your account in the team of the Rocketbots Reseller Program")
                .text();
        String link = activationIn(text);
        String page = lead.send(link, link, Map.of("newPassword", PASSWORD, "repeatPassword", PASSWORD));
        assertThat(page).contains("Set Up Second Factor").doesNotContain("/sign-out");
        AuthenticatorApp app = AuthenticatorApp.toldBy(page);
        Matcher sealed = Pattern.compile("name=\"sealed\" value=\"([^\"]+)\"").matcher(page);
        assertThat(sealed.find()).isTrue();
        lead.send(
                "/sign-in/second-factor",
                "/sign-in/second-factor",
                Map.of("sealed", sealed.group(1), "code", app.code()));

        assertThat(lead.open("/team/tasks")).contains("Lee Lead");
        assertThat(lead.open("/team/ops")).contains("Lee Lead");
    }

    @Test
    @Order(2)
    void aCompanyAppliesAndIsApproved() throws Exception {
        COMPANY.apply(new Visitor(Production.PLATFORM, production.visitorAt(4)));
        Desk desk = new Desk(lead);
        desk.decide(desk.awaitTask(COMPANY.name(), "Review application"), "approve", "");

        setPassword(reseller, COMPANY.email(), "Welcome to the Rocketbots Reseller Program");

        assertThat(reseller.open("/reseller")).contains(COMPANY.name());
    }

    @Test
    @Order(3)
    void theResellersDomainGetsACertificateOnceItIsLive() throws Exception {
        HttpClient visitor = production.visitorAt(5).build();
        assertThatThrownBy(() -> get(visitor, "https://" + CHAT + "/"))
                .isInstanceOf(SSLException.class)
                .hasMessageContaining("internal_error");
        brand();
        saveDomain(CHAT);
        Matcher target = Pattern.compile("data-copy=\"([a-z0-9-]+\\.edge\\.platform\\.localhost)\"")
                .matcher(reseller.open("/reseller"));
        assertThat(target.find()).as("the CNAME target").isTrue();
        cnameTarget = target.group(1);
        production.zones().cname(CHAT, cnameTarget);
        checkUntil("data-state=\"live\"");

        HttpResponse<String> answer = get(visitor, "https://" + CHAT + "/sign-in");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(certificate(answer).getSubjectAlternativeNames().toString()).contains(CHAT);
        assertThat(answer.body()).contains("Aurora Chat").doesNotContainIgnoringCase("rocketbots");
        assertThat(answer.headers().map().toString()).doesNotContainIgnoringCase("rocketbots");
    }

    @Test
    @Order(4)
    void cookiesStayOnTheirHostAndBrowsersStayOnTls() throws Exception {
        HttpClient visitor = production.visitorAt(5).build();

        for (String host : List.of(Production.HOST, CHAT)) {
            HttpResponse<String> answer = get(visitor, "https://" + host + "/sign-in");
            List<String> cookies = answer.headers().allValues("Set-Cookie");
            assertThat(cookies)
                    .isNotEmpty()
                    .allSatisfy(cookie -> assertThat(cookie)
                            .startsWith("__Host-")
                            .contains("Path=/", "Secure", "HttpOnly", "SameSite=Lax")
                            .doesNotContain("Domain"));
            assertThat(answer.headers().firstValue("Strict-Transport-Security"))
                    .hasValueSatisfying(value -> assertThat(value).startsWith("max-age="));
        }
    }

    @Test
    @Order(5)
    void plainHttpLeadsToTls() throws IOException {
        assertThat(plain(Production.HOST, "/reseller-program?from=mail"))
                .startsWith("HTTP/1.1 308")
                .contains("Location: https://" + Production.HOST + "/reseller-program?from=mail\r\n");
        assertThat(plain(CHAT, "/sign-in"))
                .startsWith("HTTP/1.1 308")
                .contains("Location: https://" + CHAT + "/sign-in\r\n");
    }

    @Test
    @Order(6)
    void nobodyGetsACertificateForANameThatIsNotServed() throws Exception {
        HttpClient visitor = production.visitorAt(5).build();

        for (String host : List.of("unknown.localhost", cnameTarget, "www." + CHAT)) {
            assertThatThrownBy(() -> get(visitor, "https://" + host + "/"))
                    .as(host)
                    .isInstanceOf(SSLException.class)
                    .hasMessageContaining("internal_error");
        }
    }

    @Test
    @Order(7)
    void whatIsInternalIsNotReachedThroughTheProxy() throws Exception {
        HttpClient visitor = production.visitorAt(5).build();

        for (String path : List.of("/internal/tls/allow?domain=" + CHAT, "/actuator", "/actuator/health")) {
            assertThat(get(visitor, Production.PLATFORM + path).statusCode())
                    .as(path)
                    .isEqualTo(404);
        }
    }

    @Test
    @Order(8)
    void visitorsAreToldApartByTheirOwnAddressWhateverTheyClaim() throws Exception {
        HttpClient guessing =
                production.visitorAt(6).cookieHandler(new CookieManager()).build();
        HttpClient elsewhere =
                production.visitorAt(7).cookieHandler(new CookieManager()).build();

        assertThat(guess(guessing, "203.0.113.1", "somebody")).isNotEqualTo(429);
        assertThat(IntStream.range(2, 120)
                        .anyMatch(number -> guess(guessing, "203.0.113." + number, "somebody" + number) == 429))
                .as("is told to wait at some time")
                .isTrue();
        assertThat(guess(elsewhere, "203.0.113.1", "somebody")).isNotEqualTo(429);
    }

    @Test
    @Order(9)
    void aFormerDomainLeadsToThePresentOne() throws Exception {
        HttpClient visitor = production.visitorAt(5).build();
        saveDomain(TALK);
        production.zones().cname(TALK, cnameTarget);
        checkUntil(CHAT + " leads there too");

        HttpResponse<String> answer = get(visitor, "https://" + CHAT + "/sign-in?next=%2Fspaces");

        assertThat(answer.statusCode()).isEqualTo(308);
        assertThat(answer.headers().firstValue("Location")).contains("https://" + TALK + "/sign-in?next=%2Fspaces");
    }

    @Test
    @Order(10)
    void nobodyGetsACertificateForADomainThatIsSuspended() throws Exception {
        HttpClient visitor = production.visitorAt(5).build();
        production.zones().cname(TALK, "elsewhere.localhost");
        production.mails().await(COMPANY.email(), TALK + " is suspended");

        assertThatThrownBy(() -> get(visitor, "https://" + TALK + "/"))
                .isInstanceOf(SSLException.class)
                .hasMessageContaining("internal_error");
    }

    @Test
    @Order(11)
    void aSuspendedResellersDomainStillHasTlsAndShowsTheNotice() throws Exception {
        HttpClient visitor = production.visitorAt(5).build();
        production.zones().cname(TALK, cnameTarget);
        checkUntil("data-state=\"live\"");
        Matcher row = Pattern.compile("/team/resellers/[0-9a-f-]{36}").matcher(lead.open("/team/resellers"));
        assertThat(row.find()).as("the reseller in the list").isTrue();
        lead.send(row.group(), row.group() + "/suspend", Map.of("category", "UNPAID", "reason", "Invoice 17 is open."));

        HttpResponse<String> answer = get(visitor, "https://" + TALK + "/");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(certificate(answer).getSubjectAlternativeNames().toString()).contains(TALK);
        assertThat(answer.body()).contains("Aurora Chat is not available at the moment");
    }

    @Test
    @Order(12)
    void dockersHealthChecksTellSickFromWell() throws Exception {
        List<String> ofTheImage = Dockerfile.read().healthCheck();
        List<String> ofTheEngine = ComposeFile.ofOneMachine().healthCheck("camunda");
        AtomicInteger status = new AtomicInteger(200);
        HttpServer engine = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        engine.createContext("/actuator/health/status", asked -> {
            asked.sendResponseHeaders(status.get(), -1);
            asked.close();
        });
        engine.start();

        assertThat(exitCode(ofTheImage, "8081", production.internalPort())).isZero();
        assertThat(exitCode(ofTheImage, "8081", 1)).isNotZero();
        assertThat(exitCode(ofTheEngine, "9600", engine.getAddress().getPort())).isZero();
        status.set(503);
        assertThat(exitCode(ofTheEngine, "9600", engine.getAddress().getPort())).isNotZero();
        engine.stop(0);
        assertThat(exitCode(ofTheEngine, "9600", production.internalPort())).isNotZero();
    }

    @Test
    @Order(13)
    void aRestoredBackupLosesNothingAndDoublesNothing() throws Exception {
        Company before = Company.named("Before The Backup");
        Company meanwhile = Company.named("During The Backup");
        Visitor applicant = new Visitor(Production.PLATFORM, production.visitorAt(8));
        Desk desk = new Desk(lead);
        before.apply(applicant);
        desk.awaitTask(before.name(), "Review application");

        production.save(() -> meanwhile.apply(applicant));
        desk.decide(desk.awaitTask(before.name(), "Review application"), "reject", "This will be forgotten.");
        production.mails().await(before.email(), "About your application");
        desk.awaitTask(meanwhile.name(), "Review application");
        production.mails().await(meanwhile.email(), "We have received your application");
        List<String> toOne = production.mails().all(before.email());
        List<String> toTheOther = production.mails().all(meanwhile.email());
        production.restore();

        for (Company company : List.of(before, meanwhile)) {
            desk.decide(desk.awaitTask(company.name(), "Review application"), "approve", "");
            production.mails().await(company.email(), "Welcome to the Rocketbots Reseller Program");
            assertThat(desk.tasks("done", company.name())).hasSize(1);
        }
        // A mailbox is not restored. What the backup knows as sent is not sent again, and what it does not know is.
        assertThat(mailsSince(toOne, before)).containsExactly("Welcome to the Rocketbots Reseller Program");
        assertThat(mailsSince(toTheOther, meanwhile))
                .containsExactlyInAnyOrder(
                        "We have received your application", "Welcome to the Rocketbots Reseller Program");
    }

    private static List<String> mailsSince(List<String> earlier, Company company) {
        List<String> mails = new ArrayList<>(production.mails().all(company.email()));
        earlier.forEach(mails::remove);
        return mails;
    }

    private static void setPassword(Visitor owner, String email, String subject) {
        String text = production.mails().await(email, subject).text();
        String link = activationIn(text);
        owner.send(link, link, Map.of("newPassword", PASSWORD, "repeatPassword", PASSWORD));
        if (!owner.open("/sign-in").contains("/sign-out")) {
            owner.signIn(email, PASSWORD);
        }
    }

    private static String activationIn(String text) {
        Matcher link = Pattern.compile("https://" + Production.HOST + "(/activate/\\S+)")
                .matcher(text);
        assertThat(link.find()).as("the link in %s", text).isTrue();
        return link.group(1);
    }

    private static void brand() {
        reseller.upload(
                "/reseller",
                "/reseller/appearance",
                Map.of(
                        "version", "0",
                        "brandName", "Aurora Chat",
                        "themeColor", "#0f766e",
                        "supportEmail", "help@northern-lights.example"),
                Map.of(
                        "brandLogo", new ClassPathResource("sample/fjord-digital/logo.svg"),
                        "whiteLogo", new ClassPathResource("sample/fjord-digital/logo-white.svg"),
                        "squareLogo", new ClassPathResource("sample/fjord-digital/logo-square.svg")));
    }

    private static void saveDomain(String name) {
        reseller.send("/reseller", "/reseller/domain", Map.of("domain", name));
    }

    /** Presses Check Now until the module says so. */
    private static void checkUntil(String words) {
        Awaitility.await("\"" + words + "\" in the module")
                .atMost(Mailbox.PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> {
                    String page = reseller.open("/reseller");
                    if (!page.contains(words) && page.contains("Check Now")) {
                        reseller.send("/reseller", "/reseller/domain/check", Map.of());
                    }
                    return page.contains(words);
                });
    }

    /** Tries a password for somebody's account, and claims to come from that address. */
    private static int guess(HttpClient visitor, String claimed, String name) {
        try {
            String page = get(visitor, Production.PLATFORM + "/sign-in").body();
            Matcher token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(page);
            assertThat(token.find()).isTrue();
            HttpRequest request = HttpRequest.newBuilder(Production.PLATFORM.resolve("/sign-in"))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .header("X-Forwarded-For", claimed)
                    .header("Forwarded", "for=" + claimed)
                    .header("X-Real-IP", claimed)
                    .POST(HttpRequest.BodyPublishers.ofString(
                            "email=" + name + "%40acme.example&password=guess&_csrf=" + token.group(1)))
                    .build();
            return visitor.send(request, BodyHandlers.ofString()).statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static HttpResponse<String> get(HttpClient visitor, String address)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                .header("Accept", "text/html")
                .timeout(Duration.ofSeconds(60))
                .build();
        return visitor.send(request, BodyHandlers.ofString());
    }

    private static X509Certificate certificate(HttpResponse<?> answer) throws IOException {
        return (X509Certificate) Optional.of(answer)
                .flatMap(HttpResponse::sslSession)
                .orElseThrow()
                .getPeerCertificates()[0];
    }

    /** What the proxy answers without TLS. */
    private static String plain(String host, String path) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), production.httpPort())) {
            String request = "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    /** Runs the command of a health check with the port at which the service is found here. */
    private static int exitCode(List<String> command, String port, int portHere)
            throws IOException, InterruptedException {
        List<String> here = command.stream()
                .map(part -> part.replace("127.0.0.1/" + port, "127.0.0.1/" + portHere))
                .toList();
        return new ProcessBuilder(here)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
