package io.rocketbots.onboarding.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import io.rocketbots.onboarding.journey.Mailbox.Mail;
import io.rocketbots.onboarding.local.sample.SampleAccounts;
import java.awt.Color;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** The main story, from the application form to the reseller's own platform, as the people in it do it. */
@InBrowser
class ResellerOnboardingBrowserTest {

    private static final String COMPANY = "Acme Messaging GmbH";
    private static final String EMAIL = "ada@acme-messaging.example";
    private static final String PASSWORD = "four quiet words here";
    private static final String BRAND = "Acme Chat";
    private static final String DOMAIN = "chat.acme.localhost";

    @Autowired
    private Environment environment;

    private URI baseUrl = URI.create("http://localhost");
    private Mailbox mailbox = new Mailbox(baseUrl, EMAIL);

    @BeforeEach
    void openMailbox() {
        baseUrl = URI.create(environment.getRequiredProperty("onboarding.base-url"));
        mailbox = new Mailbox(baseUrl, EMAIL);
    }

    @Test
    void leadsFromTheApplicationFormToTheLivePlatform(Page applicant, Page reviewer) throws IOException {
        applies(applicant);
        String progress = followsTheLinkInTheMail(applicant);
        claimsTheTask(reviewer);
        asksForInformation(reviewer);
        answers(applicant, progress);
        approves(reviewer);
        activatesTheAccount(applicant);
        opensTheResellerModule(applicant);
        choosesTheLook(applicant);
        String target = asksForTheDomain(applicant);
        setsAWrongRecordAndReadsWhatIsWrong(applicant);
        setsTheRightRecord(applicant, target);
        signsInOnTheOwnPlatform(applicant);
        readsThatThePlatformIsLive();
        seesEveryMilestoneDone(applicant, progress);
    }

    private static void applies(Page page) {
        page.navigate("/reseller-program");
        link(page, "Become a Reseller").first().click();
        page.getByLabel("Company Name").fill(COMPANY);
        page.getByLabel("Email").fill("not an address");
        button(page, "Submit").click();
        assertThat(page.getByRole(AriaRole.ALERT)).isVisible();
        assertThat(page.getByLabel("Company Name")).hasValue(COMPANY);
        assertThat(page.getByLabel("Email")).hasValue("not an address");

        page.getByLabel("Website").fill("https://acme-messaging.example");
        page.getByLabel("Contact Name").fill("Ada Example");
        page.getByLabel("Email").fill(EMAIL);
        page.getByLabel("Country").selectOption("DE");
        page.getByLabel("Expected Number of Spaces").fill("25");
        page.getByLabel("What do you want to offer?").fill("Support and billing in German for small shops.");
        page.getByLabel("I agree that Rocketbots uses this data to review my application")
                .check();
        button(page, "Submit").click();
        assertThat(page.getByText("We have received your application.")).isVisible();
    }

    private String followsTheLinkInTheMail(Page page) {
        String progress = mailbox.await("We have received your application")
                .link("/applications/")
                .toString();
        page.navigate(progress);
        showsStatus(page, "Under Review");
        assertThat(step(page, "Submitted")).hasAttribute("data-state", "done");
        assertThat(step(page, "Review")).hasAttribute("data-state", "current");
        assertThat(page.getByText(Pattern.compile("2 d 23 h left|3 d 0 h left")))
                .isVisible();
        return progress;
    }

    private static void claimsTheTask(Page page) {
        page.navigate("/sign-in");
        page.getByLabel("Email").fill("reviewer@rocketbots.localhost");
        page.getByLabel("Password").fill(SampleAccounts.PASSWORD);
        button(page, "Sign In").click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Tasks")))
                .isVisible();
        reloadUntil(page, link(page, COMPANY));
        Locator row = page.getByRole(AriaRole.LISTITEM).filter(new Locator.FilterOptions().setHas(link(page, COMPANY)));
        assertThat(row.getByText(Pattern.compile("2 d 23 h left|3 d 0 h left"))).isVisible();
        row.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Claim"))
                .click();
        assertThat(row.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Release")))
                .isVisible();
        link(page, COMPANY).click();
    }

    private void asksForInformation(Page page) {
        page.getByLabel("Message to the Applicant").fill("How many of your customers would start with you?");
        button(page, "Request Information").click();
        assertThat(button(page, "Undo")).isVisible();
        Mail question = mailbox.await("We have a question about your application");
        assertThat(question.text()).contains("How many of your customers would start with you?");
    }

    private static void answers(Page page, String progress) {
        page.navigate(progress);
        showsStatus(page, "Waiting for You");
        assertThat(page.getByText("Paused")).isVisible();
        page.getByLabel("Your Answer").fill("About twelve in the first month.");
        button(page, "Send Answer").click();
        showsStatus(page, "Under Review");
    }

    private void approves(Page page) {
        page.navigate("/team/tasks");
        Locator answered = page.getByRole(AriaRole.LISTITEM)
                .filter(new Locator.FilterOptions().setHas(link(page, COMPANY)))
                .filter(new Locator.FilterOptions().setHasText("Answered"));
        reloadUntil(page, answered);
        link(page, COMPANY).click();
        assertThat(page.getByText("About twelve in the first month.").first()).isVisible();
        page.getByLabel("Message to the Applicant").fill("I look forward to what you build.");
        button(page, "Approve").click();
        assertThat(page.getByText("You decided: Approve")).isVisible();
    }

    private void activatesTheAccount(Page page) {
        Mail welcome = mailbox.await("Welcome to the Rocketbots Reseller Program");
        assertThat(welcome.text()).contains("I look forward to what you build.");
        page.navigate(welcome.link("/activate/").toString());
        page.getByLabel("New Password").fill(PASSWORD);
        page.getByLabel("Repeat Password").fill(PASSWORD);
        button(page, "Set Password").click();
        assertThat(button(page, "Ada Example")).isVisible();
    }

    private static void opensTheResellerModule(Page page) {
        page.navigate("/account");
        button(page, "Ada Example").click();
        link(page, "Reseller").click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Reseller Module")))
                .isVisible();
        assertThat(region(page, "Getting Started")).isVisible();
    }

    private static void choosesTheLook(Page page) throws IOException {
        Locator appearance = region(page, "Platform Appearance");
        appearance.getByLabel("Brand Name").fill(BRAND);
        appearance.getByLabel("Brand Theme Color").fill("#0B6E4F");
        assertThat(appearance.getByText(Pattern.compile("Contrast .*readable"))).isVisible();
        appearance.getByLabel("Brand Logo").setInputFiles(logo("logo.png", Color.GREEN, 120, 40));
        appearance.getByLabel("White Logo").setInputFiles(logo("white.png", Color.WHITE, 120, 40));
        appearance.getByLabel("Square Logo").setInputFiles(logo("square.png", Color.GREEN, 64, 64));
        appearance.getByLabel("Support Email").fill("help@acme-messaging.example");
        appearance
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Save"))
                .click();
        assertThat(appearance.getByText("Hosted on: localhost")).hasCount(3);
        assertThat(appearance.getByLabel("Brand Name")).hasValue(BRAND);
    }

    private static String asksForTheDomain(Page page) {
        Locator section = region(page, "Custom Domain Name");
        assertThat(section.getByText("Not Set")).isVisible();
        section.getByLabel("Domain").fill(DOMAIN);
        section.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Save"))
                .click();
        assertThat(section.getByText("Waiting for DNS")).isVisible();
        String target = section.getByRole(AriaRole.DEFINITION)
                .filter(new Locator.FilterOptions().setHas(button(page, "Copy Value")))
                .locator("code")
                .innerText();
        assertThat(target).endsWith(".edge.localhost");
        assertThat(section.getByText("There is no record for " + DOMAIN + " yet."))
                .isVisible();
        return target;
    }

    private static void setsAWrongRecordAndReadsWhatIsWrong(Page page) {
        page.navigate("/local/dns");
        page.getByLabel("Name").fill(DOMAIN);
        page.getByLabel("Type").selectOption("CNAME");
        page.getByLabel("Value").fill("shops.acme.example");
        button(page, "Add Record").click();
        page.navigate("/reseller");
        Locator section = region(page, "Custom Domain Name");
        checkNow(section).click();
        assertThat(section.getByText("leads to shops.acme.example instead of")).isVisible();
        assertThat(section.getByText("Your turn")).isVisible();
    }

    private static void setsTheRightRecord(Page page, String target) {
        page.navigate("/local/dns");
        page.getByRole(AriaRole.ROW)
                .filter(new Locator.FilterOptions().setHasText(DOMAIN))
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Edit"))
                .click();
        page.getByLabel("Value").fill(target);
        button(page, "Save").click();
        page.navigate("/reseller");
        Locator section = region(page, "Custom Domain Name");
        section.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Change Domain"))
                .click();
        section.getByLabel("Domain").fill("help.acme.localhost");
        // A mouse would close the dialog; the check may as well be one that the system makes by itself.
        checkNow(section).dispatchEvent("click");
        assertThat(section.getByText("Live", new Locator.GetByTextOptions().setExact(true)))
                .isVisible();
        assertThat(section.getByRole(AriaRole.DIALOG)).isVisible();
        assertThat(section.getByLabel("Domain")).hasValue("help.acme.localhost");
    }

    private void signsInOnTheOwnPlatform(Page page) {
        page.navigate("http://" + DOMAIN + ":" + baseUrl.getPort() + "/");
        assertThat(page).hasURL(Pattern.compile("^http://" + DOMAIN + ":\\d+/sign-in$"));
        assertThat(page).hasTitle(Pattern.compile(BRAND));
        assertThat(page.getByAltText(BRAND).first()).isVisible();
        assertThat(page.content()).doesNotContainIgnoringCase("rocketbots");
        page.getByLabel("Email").fill(EMAIL);
        page.getByLabel("Password").fill(PASSWORD);
        button(page, "Sign In").click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Reseller Module")))
                .isVisible();
        assertThat(page).hasURL(Pattern.compile("^http://" + DOMAIN + ":\\d+/reseller"));
        assertThat(page.content()).doesNotContainIgnoringCase("rocketbots");
    }

    private void readsThatThePlatformIsLive() {
        Mail live = mailbox.await("Your platform is live");
        assertThat(live.from()).contains(BRAND, "no-reply@mail.localhost");
        assertThat(live.text()).contains(DOMAIN, "Your " + BRAND + " team");
        assertThat(live.from() + live.text() + live.html()).doesNotContainIgnoringCase("rocketbots");
    }

    private static void seesEveryMilestoneDone(Page page, String progress) {
        page.navigate(progress);
        showsStatus(page, "Live");
        assertThat(page.locator("[data-step]")).hasCount(7);
        assertThat(page.locator("[data-step][data-state=done]")).hasCount(7);
    }

    private static Locator checkNow(Locator section) {
        return section.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Check Now"));
    }

    /** The page asks the server again by itself, but only every 15 seconds. */
    private static void reloadUntil(Page page, Locator locator) {
        Awaitility.await()
                .atMost(Mailbox.PATIENCE)
                .pollInterval(Duration.ofMillis(300))
                .pollInSameThread()
                .until(() -> {
                    page.reload();
                    return locator.isVisible();
                });
    }

    private static void showsStatus(Page page, String status) {
        reloadUntil(
                page,
                page.getByRole(AriaRole.STATUS)
                        .getByText(status, new Locator.GetByTextOptions().setExact(true))
                        .or(page.getByRole(AriaRole.STATUS)
                                .filter(new Locator.FilterOptions()
                                        .setHasText(Pattern.compile("^\\s*" + status + "\\s*$")))));
    }

    private static Locator step(Page page, String name) {
        return page.locator("[data-step='" + name + "']");
    }

    private static Locator region(Page page, String heading) {
        return page.getByRole(
                AriaRole.REGION, new Page.GetByRoleOptions().setName(heading).setExact(true));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
    }

    private static FilePayload logo(String file, Color color, int width, int height) throws IOException {
        return new FilePayload(file, "image/png", Picture.png(color, width, height));
    }
}
