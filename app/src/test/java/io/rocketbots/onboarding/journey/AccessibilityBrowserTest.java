package io.rocketbots.onboarding.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.rocketbots.onboarding.customer.space.Space;
import io.rocketbots.onboarding.customer.space.SpaceRole;
import io.rocketbots.onboarding.local.sample.SampleAccounts;
import io.rocketbots.onboarding.tenancy.account.Account;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import io.rocketbots.onboarding.web.AuthenticatorApp;
import io.rocketbots.onboarding.web.People;
import io.rocketbots.onboarding.web.Visit;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.core.env.Environment;
import org.springframework.session.SessionRepository;

/** Every page, for everybody: on a desktop and on a phone, for people who cannot see well or use no mouse. */
@InBrowser
class AccessibilityBrowserTest {

    private static final String PASSWORD = "four quiet words here";

    @Autowired
    private Environment environment;

    @Autowired
    private AutowireCapableBeanFactory beans;

    @Autowired
    private SessionRepository<?> sessions;

    private URI baseUrl = URI.create("http://localhost");

    @BeforeEach
    void findTheApplication() {
        baseUrl = URI.create(environment.getRequiredProperty("onboarding.base-url"));
    }

    @Test
    void strangersMeetNoBarriers(Page page) {
        hasNoBarriers(
                page,
                "/reseller-program",
                "/reseller-program/apply",
                "/reseller-program/received",
                "/applications/dead-link",
                "/sign-in",
                "/forgot-password",
                "/activate/dead-link",
                "/reset-password/dead-link",
                "/guides/reseller-module",
                "/guides/custom-domain",
                "/nothing-here",
                "/local",
                "/local/mail",
                "/local/dns");
    }

    @Test
    void applicantsMeetNoBarriersOnTheWayToTheResellerModule(Page applicant) {
        Company company = Company.named("Ramps and Rails");
        company.apply(baseUrl);
        Mailbox mailbox = company.mailbox(baseUrl);
        String progress = mailbox.await("We have received your application")
                .link("/applications/")
                .getPath();
        hasNoBarriers(applicant, progress);
        Desk desk = new Desk(baseUrl);
        desk.decide(desk.awaitTask(company.name(), "Review application"), "approve", "");
        String activation = mailbox.await("Welcome").link("/activate/").getPath();
        hasNoBarriers(applicant, activation);

        applicant.getByLabel("New Password").fill(PASSWORD);
        applicant.getByLabel("Repeat Password").fill(PASSWORD);
        applicant
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Set Password"))
                .click();
        assertThat(applicant.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Getting Started")))
                .isVisible();
        hasNoBarriers(applicant, progress, "/account", "/spaces", "/reseller");
        askForADomain(applicant);
        hasNoBarriers(applicant, "/reseller");
    }

    @Test
    void theTeamMeetsNoBarriers(Page reviewer, Page lead, Page operator) {
        Company company = Company.named("Wide Doors");
        company.apply(baseUrl);
        String task = new Desk(baseUrl).awaitTask(company.name(), "Review application");
        signIn(reviewer, "reviewer@rocketbots.localhost");
        reviewer.navigate(task);
        String application = reviewer.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Open Application"))
                .getAttribute("href");

        hasNoBarriers(
                reviewer,
                "/team/tasks",
                "/team/tasks?view=mine",
                "/team/tasks?view=waiting",
                "/team/tasks?view=done",
                task,
                "/team/applications",
                application,
                "/team/resellers");
        signIn(lead, "lead@rocketbots.localhost");
        hasNoBarriers(lead, application + "/cancel");
        signIn(operator, "ops@rocketbots.localhost");
        hasNoBarriers(operator, "/team/ops", "/team/ops/models", "/team/ops/team");
    }

    @Test
    void aSecondFactorMeetsNoBarriers(Page owner, Page again) {
        People people = beans.createBean(People.class);
        String email = people.accountOf(people.activeReseller()).email();
        signIn(owner, "", email, People.PASSWORD);
        owner.navigate("/account");
        press(owner, "Set Up Second Factor");
        assertThat(Barriers.here(owner)).isEmpty();
        AuthenticatorApp app = AuthenticatorApp.toldBy(owner.content());

        codeOn(owner).fill("000000");
        press(owner, "Confirm");
        assertThat(Barriers.here(owner)).isEmpty();
        codeOn(owner).fill(app.code());
        press(owner, "Confirm");
        assertThat(owner.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Your Recovery Codes")))
                .isVisible();
        assertThat(Barriers.here(owner)).isEmpty();
        hasNoBarriers(owner, "/account");

        signIn(again, "", email, People.PASSWORD);
        hasNoBarriers(again, "/sign-in/code");
        codeOn(again).fill(app.nextCode());
        press(again, "Sign In");
        assertThat(again).hasURL(Pattern.compile("/reseller$"));
    }

    @Test
    void confirmingMeetsNoBarriers(Page owner, Page elsewhere) {
        People people = beans.createBean(People.class);
        String email = people.accountOf(people.activeReseller()).email();
        signIn(elsewhere, "", email, People.PASSWORD);
        signIn(owner, "", email, People.PASSWORD);
        String session = owner.context().cookies().stream()
                .filter(cookie -> cookie.name.equals("session"))
                .map(cookie -> cookie.value)
                .findFirst()
                .orElseThrow();
        Visit.age(sessions, session, Duration.ofMinutes(11));
        owner.navigate("/account");

        press(owner, "Sign Out Everywhere Else");

        assertThat(owner.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Confirm It Is You")))
                .isVisible();
        assertThat(Barriers.here(owner)).isEmpty();
        owner.getByLabel("Password").fill(People.PASSWORD);
        press(owner, "Confirm");
        assertThat(owner.getByText("You are signed out everywhere else: 1 session has ended."))
                .isVisible();
    }

    private static Locator codeOn(Page page) {
        return page.getByRole(
                AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Code").setExact(true));
    }

    private static void press(Page page, String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    @Test
    void resellersAndTheirCustomersMeetNoBarriersInSpaces(Page seller, Page owner, Page team) {
        People people = beans.createBean(People.class);
        Reseller reseller = people.brandedReseller();
        String platform = "http://" + people.liveDomainOf(reseller) + ":" + baseUrl.getPort();
        Space space = people.activeSpaceOf(reseller);
        Account member = people.memberOf(space, SpaceRole.OWNER);

        signIn(seller, platform, people.accountOf(reseller).email(), People.PASSWORD);
        String dialogs = platform + "/reseller/spaces/" + space.id().value();
        hasNoBarriers(
                seller,
                platform + "/reseller",
                platform + "/reseller/spaces/new",
                dialogs + "/limit",
                dialogs + "/suspend",
                dialogs + "/cancel",
                dialogs + "/users",
                dialogs + "/users/new");
        seller.navigate(platform + "/reseller");
        hasNoBarriersIn(seller, "Change Domain", "Create Key", "Add Endpoint", "Close Account");
        leavesByKeys(seller, "Create Key");
        signIn(owner, platform, member.email(), People.PASSWORD);
        String inside = platform + "/spaces/" + space.id().value();
        hasNoBarriers(
                owner,
                platform + "/spaces",
                inside + "/contacts",
                inside + "/contacts/new",
                inside + "/contacts/imports",
                inside + "/settings/users");
        signIn(team, "reviewer@rocketbots.localhost");
        hasNoBarriers(team, "/team/resellers/" + reseller.id().value());
    }

    @Test
    void theTaskListIsUsedByKeys(Page reviewer) {
        List<String> companies = List.of("First By Keys", "Second By Keys");
        companies.forEach(name -> Company.named(name).apply(baseUrl));
        companies.forEach(name -> new Desk(baseUrl).awaitTask(name, "Review application"));
        signIn(reviewer, "reviewer@rocketbots.localhost");
        reviewer.navigate("/team/tasks?q=by+keys");
        Locator tasks = reviewer.locator("[data-task-link]");

        reviewer.keyboard().press("j");
        assertThat(tasks.first()).isFocused();
        reviewer.keyboard().press("j");
        assertThat(tasks.nth(1)).isFocused();
        reviewer.keyboard().press("k");
        assertThat(tasks.first()).isFocused();
        reviewer.keyboard().press("c");
        assertThat(reviewer.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Release")))
                .isVisible();
        assertThat(tasks.first()).isFocused();
        reviewer.keyboard().press("Enter");
        assertThat(reviewer.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Your Decision")))
                .isVisible();
    }

    @Test
    void everyStopOfTheKeysIsSeen(Page page) {
        page.navigate("/reseller-program");

        for (String stop : List.of("Skip to content", "Rocketbots", "Sign In", "Become a Reseller")) {
            page.keyboard().press("Tab");

            Locator link = page.getByRole(
                    AriaRole.LINK, new Page.GetByRoleOptions().setName(stop).setExact(true));
            assertThat(link.first()).isFocused();
            assertThat(link.first()).hasCSS("outline-style", "solid");
        }
    }

    @Test
    void aReleasedTaskLeavesTheKeysAtTheBeginningOfThePage(Page reviewer) {
        Company company = Company.named("Released By Keys");
        company.apply(baseUrl);
        signIn(reviewer, "reviewer@rocketbots.localhost");
        reviewer.navigate(new Desk(baseUrl).awaitTask(company.name(), "Review application"));
        reviewer.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Claim"))
                .click();
        reviewer.navigate("/team/tasks?view=mine&q=Released+By+Keys");

        reviewer.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Release"))
                .press("Enter");

        assertThat(reviewer.getByText("You have claimed nothing")).isVisible();
        assertThat(reviewer.getByRole(AriaRole.MAIN)).isFocused();
    }

    private static void askForADomain(Page reseller) {
        Locator section =
                reseller.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Custom Domain Name"));
        section.getByLabel("Domain").fill("chat.ramps.localhost");
        section.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Save"))
                .click();
        assertThat(section.getByText("Waiting for DNS")).isVisible();
    }

    private static void signIn(Page page, String platform, String email, String password) {
        page.navigate(platform + "/sign-in");
        page.getByLabel("Email").fill(email);
        page.getByLabel("Password").fill(password);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign In"))
                .click();
        assertThat(page).not().hasURL(Pattern.compile("/sign-in$"));
    }

    private static void signIn(Page page, String email) {
        signIn(page, "", email, SampleAccounts.PASSWORD);
        assertThat(page.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("Team")))
                .isVisible();
    }

    /** Dialogs of the page that is open. */
    private static void hasNoBarriersIn(Page page, String... dialogs) {
        for (String name : dialogs) {
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                    .click();
            assertThat(page.getByRole(AriaRole.DIALOG)).isVisible();
            assertThat(Barriers.inPopover(page, name)).isEmpty();
            page.keyboard().press("Escape");
            assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
        }
    }

    /** The page behind a dialog is not worked in while the dialog lies over it. */
    private static void leavesByKeys(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        Locator last = dialog.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
        last.focus();
        assertThat(last).isFocused();

        page.keyboard().press("Tab");

        assertThat(dialog).hasCount(0);
        assertThat(page.locator("#api-keys ~ * :focus")).hasCount(1);
    }

    private static void hasNoBarriers(Page page, String... paths) {
        assertThat(List.of(paths)).flatMap(path -> Barriers.on(page, path)).isEmpty();
    }
}
