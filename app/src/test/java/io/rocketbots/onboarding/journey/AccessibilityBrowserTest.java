package io.rocketbots.onboarding.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.rocketbots.onboarding.web.account.SampleAccounts;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** Every page, for everybody: on a desktop and on a phone, for people who cannot see well or use no mouse. */
@InBrowser
class AccessibilityBrowserTest {

    private static final String PASSWORD = "four quiet words here";

    @Autowired
    private Environment environment;

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
    void theTeamMeetsNoBarriers(Page reviewer, Page operator) {
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
        signIn(operator, "ops@rocketbots.localhost");
        hasNoBarriers(operator, "/team/ops");
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
        reviewer.keyboard().press("k");
        reviewer.keyboard().press("Enter");
        assertThat(reviewer.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Your Decision")))
                .isVisible();
    }

    private static void askForADomain(Page reseller) {
        Locator section =
                reseller.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Custom Domain Name"));
        section.getByLabel("Domain").fill("chat.ramps.localhost");
        section.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Save"))
                .click();
        assertThat(section.getByText("Waiting for DNS")).isVisible();
    }

    private static void signIn(Page page, String email) {
        page.navigate("/sign-in");
        page.getByLabel("Email").fill(email);
        page.getByLabel("Password").fill(SampleAccounts.PASSWORD);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign In"))
                .click();
        assertThat(page.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("Team")))
                .isVisible();
    }

    private static void hasNoBarriers(Page page, String... paths) {
        assertThat(List.of(paths)).flatMap(path -> Barriers.on(page, path)).isEmpty();
    }
}
