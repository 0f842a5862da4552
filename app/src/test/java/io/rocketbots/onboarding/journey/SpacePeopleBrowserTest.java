package io.rocketbots.onboarding.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import io.rocketbots.onboarding.customer.space.Space;
import io.rocketbots.onboarding.journey.Mailbox.Mail;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import io.rocketbots.onboarding.web.People;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The people of a reseller's customer, from the invitation to their daily work, with everything real behind it. */
@InBrowser
class SpacePeopleBrowserTest {

    private static final Logger log = LoggerFactory.getLogger(SpacePeopleBrowserTest.class);

    private static final String GRACE = "grace@bakery-people.example";
    private static final String BRUNO = "bruno@bakery-people.example";
    private static final String MIA = "mia@bakery-people.example";
    private static final String ANA = "ana@bakery-people.example";
    private static final String PASSWORD = "four quiet words here";
    private static final String BRAND = "Bright Chat";

    @Autowired
    private Environment environment;

    @Autowired
    private AutowireCapableBeanFactory beans;

    @Autowired
    private JdbcClient jdbc;

    private URI baseUrl = URI.create("http://localhost");

    @BeforeEach
    void findTheApplication() {
        baseUrl = URI.create(environment.getRequiredProperty("onboarding.base-url"));
    }

    @Test
    void ownersAreInvitedFillTheSpaceAndInviteOthersWhoInviteNobodyAboveThem(
            Page seller, Page grace, Page bruno, Page mia) {
        People people = beans.createBean(People.class);
        Reseller reseller = people.brandedReseller();
        String domain = people.liveDomainOf(reseller);
        goesLive(reseller);
        Space space = people.activeSpaceOf(reseller);
        signIn(seller, domain, people.accountOf(reseller).email());

        invitesTwoOwners(seller, space);
        meetsNoBarriers(grace, invitationTo(GRACE, domain));
        accepts(grace, invitationTo(GRACE, domain), "Grace Baker", space);
        accepts(bruno, invitationTo(BRUNO, domain), "Bruno Berg", space);
        addsAContact(grace, space);
        importsAFileWithAMistakeInIt(grace);
        invitesAManager(grace);
        accepts(mia, invitationTo(MIA, domain), "Mia Manager", space);
        offersAManagerNoHigherRole(mia, space);
        assertThat(invitationTo(ANA, domain).text()).contains("Mia Manager invites you", space.name());
    }

    /** In one statement, since the introduction that has begun meanwhile changes the same row. */
    private void goesLive(Reseller reseller) {
        jdbc.sql("UPDATE reseller SET state = 'LIVE', live_at = :now, version = version + 1 WHERE id = :id")
                .param("now", Timestamp.from(Instant.now()))
                .param("id", reseller.id().value())
                .update();
    }

    private void signIn(Page page, String domain, String email) {
        page.navigate("http://" + domain + ":" + baseUrl.getPort() + "/sign-in");
        page.getByLabel("Email").fill(email);
        page.getByLabel("Password").fill(People.PASSWORD);
        button(page, "Sign In").click();
    }

    private static void invitesTwoOwners(Page page, Space space) {
        button(page, "More Actions for " + space.name()).click();
        link(page, "Add User").click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        Locator emails = dialog.getByLabel("Email Address");
        emails.fill(GRACE + "\nbruno at the bakery");
        press(dialog, "Add");
        assertThat(dialog.getByText("is not an email address")).isVisible();
        assertThat(emails).hasValue(GRACE + "\nbruno at the bakery");
        emails.fill(GRACE + ", " + BRUNO);
        press(dialog, "Add");
        assertThat(page.getByText("Invited " + GRACE)).isVisible();
        assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
        namesNoSupplier(page);
    }

    private Mail invitationTo(String email, String domain) {
        Mail mail = new Mailbox(baseUrl, email).await("invited");
        assertThat(mail.from()).contains(BRAND);
        assertThat(mail.link("/invitations/").getHost()).isEqualTo(domain);
        assertThat(mail.from() + mail.subject() + mail.text() + mail.html()).doesNotContainIgnoringCase("rocketbots");
        return mail;
    }

    private static void meetsNoBarriers(Page page, Mail invitation) {
        assertThat(Barriers.on(page, invitation.link("/invitations/").toString()))
                .isEmpty();
    }

    private static void accepts(Page page, Mail invitation, String name, Space space) {
        page.navigate(invitation.link("/invitations/").toString());
        assertThat(page.getByText(space.name())).isVisible();
        button(page, "Create Account").click();
        assertThat(page.getByLabel("Your Name")).hasAttribute("aria-invalid", "true");
        namesNoSupplier(page);

        page.getByLabel("Your Name").fill(name);
        page.getByLabel("New Password").fill(PASSWORD);
        long asked = System.nanoTime();
        button(page, "Create Account").click();
        assertThat(link(page, space.name())).isVisible();
        log.info("From Create Account to the list of Spaces: {} ms", sinceInMillis(asked));
        assertThat(page).hasURL(Pattern.compile("/spaces$"));
        namesNoSupplier(page);
    }

    private static long sinceInMillis(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos).toMillis();
    }

    private static void addsAContact(Page page, Space space) {
        link(page, space.name()).click();
        assertThat(page.getByText("No contacts yet")).isVisible();
        link(page, "Add Contact").click();
        button(page, "Save").click();
        assertThat(page.locator("[aria-invalid=true]").first()).isFocused();
        page.getByLabel("First Name").fill("Lena");
        page.getByLabel("Last Name").fill("Roggen");
        page.getByLabel("Email").fill("lena@shop.example");
        button(page, "Save").click();
        assertThat(page.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText("Lena")))
                .isVisible();
        namesNoSupplier(page);
    }

    private static void importsAFileWithAMistakeInIt(Page page) {
        link(page, "Import CSV").click();
        String file = """
                first_name,last_name,email,phone
                Otto,Dinkel,otto@shop.example,+49 30 1234567
                Vera,Hafer,not an address,
                Lena,Roggen,lena@shop.example,
                """;
        page.getByLabel("CSV File")
                .setInputFiles(new FilePayload("customers.csv", "text/csv", file.getBytes(StandardCharsets.UTF_8)));
        button(page, "Import CSV").click();
        assertThat(page.getByText("Import finished")).isVisible();
        assertThat(fact(page, "Added")).hasText("1");
        assertThat(fact(page, "Skipped, in this Space already")).hasText("1");
        assertThat(fact(page, "With errors")).hasText("1");
        namesNoSupplier(page);

        Download errors =
                page.waitForDownload(() -> link(page, "Download Errors").click());
        assertThat(errors.suggestedFilename()).isEqualTo("import-errors.csv");
        assertThat(errors.path())
                .satisfies(path -> assertThat(Files.readString(path))
                        .contains("3,email,", "not an address")
                        .doesNotContain("Otto"));
        link(page, "To the Contacts").click();
        assertThat(page.getByText("2 contacts", new Page.GetByTextOptions().setExact(true)))
                .isVisible();
    }

    private static void invitesAManager(Page page) {
        link(page, "Settings").click();
        assertThat(role(page).locator("option")).hasText(new String[] {"Agent", "Manager", "Owner"});
        page.getByLabel("Email Address").fill(MIA);
        role(page).selectOption("MANAGER");
        button(page, "Invite User").click();
        assertThat(page.getByText("Invited " + MIA)).isVisible();
        namesNoSupplier(page);
    }

    private static void offersAManagerNoHigherRole(Page page, Space space) {
        link(page, space.name()).click();
        link(page, "Settings").click();
        assertThat(role(page).locator("option")).hasText(new String[] {"Agent"});
        assertThat(button(page, "Remove Grace Baker")).hasCount(0);
        page.getByLabel("Email Address").fill(ANA);
        button(page, "Invite User").click();
        assertThat(page.getByText("Invited " + ANA)).isVisible();
        assertThat(page.locator("[data-invited='" + ANA + "']")).containsText("Agent");
        namesNoSupplier(page);
    }

    private static void namesNoSupplier(Page page) {
        assertThat(page.content()).doesNotContainIgnoringCase("rocketbots");
    }

    private static Locator role(Page page) {
        return page.getByLabel("Role", new Page.GetByLabelOptions().setExact(true));
    }

    private static Locator fact(Page page, String name) {
        return page.locator("dt", new Page.LocatorOptions().setHasText(name)).locator("+ dd");
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static void press(Locator dialog, String name) {
        dialog.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }
}
