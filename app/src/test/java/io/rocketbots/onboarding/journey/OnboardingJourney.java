package io.rocketbots.onboarding.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.rocketbots.onboarding.journey.Mailbox.Mail;
import java.awt.Color;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** The main story without a browser, whatever the application under test runs on; subclasses say on what. */
abstract class OnboardingJourney {

    private static final String PASSWORD = "four quiet words here";
    private static final String MODULE = "/reseller";
    private static final String DOMAIN = "chat.lighthouse.localhost";

    @Autowired
    private Environment environment;

    @Test
    void leadsFromTheApplicationFormToTheLivePlatform() throws IOException {
        URI baseUrl = baseUrl();
        Company company = Company.named("Lighthouse Chats");
        Mailbox mailbox = company.mailbox(baseUrl);
        company.apply(baseUrl);
        URI progress = mailbox.await("We have received your application").link("/applications/");
        Desk desk = new Desk(baseUrl);
        desk.decide(
                desk.awaitTask(company.name(), "Review application"), "request-information", "Who answers at night?");
        mailbox.await("We have a question about your application");
        Visitor applicant = new Visitor(baseUrl);
        applicant.send(progress.getPath(), progress.getPath() + "/answer", Map.of("answer", "My brother does."));
        desk.decide(desk.awaitTask(company.name(), "My brother does."), "approve", "");

        Visitor reseller = activate(baseUrl, mailbox);
        chooseTheLook(reseller);
        reseller.send(MODULE, "/reseller/domain", Map.of("domain", DOMAIN));
        String target = found(Pattern.compile("data-copy=\"([a-z0-9-]+\\.edge\\.localhost)\""), reseller.open(MODULE));
        applicant.send(
                "/local/dns",
                "/local/dns",
                Map.of("id", "", "name", DOMAIN, "type", "CNAME", "value", target, "ttl", "60"));
        checkUntilLive(reseller);

        Mail live = mailbox.await("Your platform is live");
        assertThat(live.from()).contains("Lighthouse", "no-reply@mail.localhost");
        assertThat(live.from() + live.text() + live.html()).doesNotContainIgnoringCase("rocketbots");
        assertThat(applicant.open(progress.getPath())).contains("data-status=\"LIVE\"");
    }

    /** Where the application under test is. */
    final URI baseUrl() {
        return URI.create(setting("onboarding.base-url"));
    }

    final String setting(String name) {
        return environment.getRequiredProperty(name);
    }

    private static Visitor activate(URI baseUrl, Mailbox mailbox) {
        String activation = mailbox.await("Welcome to the Rocketbots Reseller Program")
                .link("/activate/")
                .getPath();
        Visitor reseller = new Visitor(baseUrl);
        reseller.send(activation, activation, Map.of("newPassword", PASSWORD, "repeatPassword", PASSWORD));
        return reseller;
    }

    private static void chooseTheLook(Visitor reseller) throws IOException {
        String version =
                found(Pattern.compile("id=\"appearance-version\"[^>]*value=\"(\\d+)\""), reseller.open(MODULE));
        String page = reseller.send(
                MODULE,
                "/reseller/appearance",
                Map.of("version", version, "brandName", "Lighthouse", "themeColor", "#0B6E4F"),
                Map.of(
                        "brandLogo", Picture.png(Color.GREEN, 120, 40),
                        "whiteLogo", Picture.png(Color.WHITE, 120, 40),
                        "squareLogo", Picture.png(Color.GREEN, 64, 64)));
        assertThat(page).contains("Move to Your Domain");
    }

    /** Presses Check Now until the module says so. */
    private static void checkUntilLive(Visitor reseller) {
        Awaitility.await("the live domain")
                .atMost(Mailbox.PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> {
                    String page = reseller.open(MODULE);
                    if (page.contains("data-state=\"live\"")) {
                        return true;
                    }
                    if (page.contains("Check Now")) {
                        reseller.send(MODULE, "/reseller/domain/check", Map.of());
                    }
                    return false;
                });
    }

    private static String found(Pattern pattern, String page) {
        Matcher matcher = pattern.matcher(page);
        assertThat(matcher.find()).as("%s in the page %s", pattern, page).isTrue();
        return matcher.group(1);
    }
}
