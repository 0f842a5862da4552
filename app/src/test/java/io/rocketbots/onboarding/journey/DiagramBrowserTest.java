package io.rocketbots.onboarding.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.rocketbots.onboarding.admission.application.ApplicantContact;
import io.rocketbots.onboarding.admission.application.Application;
import io.rocketbots.onboarding.admission.application.Applications;
import io.rocketbots.onboarding.kernel.id.ApplicationId;
import io.rocketbots.onboarding.kernel.outbox.Outbox;
import io.rocketbots.onboarding.local.sample.SampleAccounts;
import io.rocketbots.onboarding.process.MessageTypes;
import io.rocketbots.onboarding.process.Variables.ForApplication;
import java.net.URI;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Where a case stands, drawn; and a step that fails for good until somebody presses Retry, with the real engine. */
@InBrowser
class DiagramBrowserTest {

    @Autowired
    private Environment environment;

    @Autowired
    private Applications applications;

    @Autowired
    private Outbox outbox;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    private URI baseUrl = URI.create("http://localhost");

    @BeforeEach
    void findTheApplication() {
        baseUrl = URI.create(environment.getRequiredProperty("onboarding.base-url"));
    }

    @Test
    void aFailedStepIsRedInTheDiagramAndTheCaseGoesOnAfterRetry(Page operator) {
        Application application = application("Stumble Stones");
        String inTheWay = taskThatCannotBeRead(application, application("Bystander"));
        start(application.id());
        signIn(operator, "ops@rocketbots.localhost");
        String path = "/team/applications/" + application.id().value();
        await("a failed step at " + path, () -> {
            operator.navigate(path);
            return operator.locator("[data-failed]").isVisible();
        });

        Locator failed = operator.locator("[data-element-id='Task_OpenReview']");
        assertThat(operator.locator("[data-drawn]")).isVisible();
        assertThat(failed).hasClass(Pattern.compile("way-failed-mark"));
        assertThat(failed.getByText("! FAILED")).isVisible();
        assertThat(failed).hasAttribute("aria-label", Pattern.compile("^Open review Failed since (?!.*UTC)[^·]+$"));
        assertThat(operator.getByText("The review is not in the team's list, while the applicant waits for an answer.")
                        .first())
                .isVisible();
        assertThat(Barriers.on(operator, path)).isEmpty();
        operator.navigate("/team/ops");
        Locator incident = operator.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Incidents"))
                .getByRole(AriaRole.LISTITEM)
                .filter(new Locator.FilterOptions().setHas(operator.locator("a[href^='" + path + "']")));
        assertThat(incident).containsText("Open review");

        jdbc.sql("DELETE FROM task WHERE id = :id")
                .param("id", UUID.fromString(inTheWay))
                .update();
        incident.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Retry"))
                .click();
        assertThat(operator.getByText("The step is tried again.")).isVisible();

        awaitText(operator, path, "waits for a person of the team");
        assertThat(operator.locator("[data-element-id='Task_ReviewApplication']"))
                .hasClass(Pattern.compile("way-here-mark"));
        assertThat(operator.locator(".way-failed-mark")).hasCount(0);
        assertThat(operator.getByText("Lets the step “Open review” be tried again."))
                .isVisible();
        assertThat(new Desk(baseUrl).awaitTask("Stumble Stones", "Review application"))
                .isNotEmpty();
    }

    @Test
    void theDiagramIsReadByMouseAndKeyboardOnDesktopAndPhone(Page reviewer) {
        Application application = application("Wayfarers");
        start(application.id());
        signIn(reviewer, "reviewer@rocketbots.localhost");
        String path = "/team/applications/" + application.id().value();
        awaitText(reviewer, path, "waits for a person of the team");
        assertThat(reviewer.locator("[data-drawn]")).isVisible();
        Locator drawing = reviewer.locator(".djs-container > svg > .viewport");
        Locator visits = reviewer.locator("details[data-been='Task_ConfirmReceipt']");
        assertThat(reviewer.locator("[data-element-id='Task_ReviewApplication']"))
                .hasAttribute(
                        "aria-label",
                        Pattern.compile("^Review application waits for a person of the team since (?!.*UTC).+"));

        button(reviewer, "Whole Diagram").click();
        String whole = drawing.getAttribute("transform");
        button(reviewer, "Zoom In").click();
        assertThat(drawing).not().hasAttribute("transform", whole);
        String zoomed = drawing.getAttribute("transform");
        reviewer.locator(".way-canvas").press("ArrowRight");
        assertThat(drawing).not().hasAttribute("transform", zoomed);
        button(reviewer, "Whole Diagram").click();
        reviewer.locator("[data-element-id='Task_ConfirmReceipt'] rect").first().click();
        assertThat(visits).hasAttribute("open", "");
        assertThat(visits.locator("summary")).isFocused();
        assertThat(visits.locator("li")).hasCount(1);

        reviewer.setViewportSize(360, 740);
        reviewer.navigate(path);
        assertThat(reviewer.locator("[data-drawn]")).isVisible();
        reviewer.locator(".way-canvas").scrollIntoViewIfNeeded();
        assertThat(reviewer.locator("[data-element-id='Task_ReviewApplication']"))
                .isInViewport();
        reviewer.locator("[data-element-id='Task_ReviewApplication']").press("Enter");
        assertThat(reviewer.locator("[data-show='Task_ReviewApplication']")).isFocused();
        assertThat((Integer) reviewer.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(360);
    }

    @Test
    void theListsSayTheSameWithScriptsOff(Browser browser) {
        Application application = application("Plain Readers");
        start(application.id());
        try (BrowserContext plain = browser.newContext(
                new Browser.NewContextOptions().setBaseURL(baseUrl.toString()).setJavaScriptEnabled(false))) {
            Page reviewer = plain.newPage();
            signIn(reviewer, "reviewer@rocketbots.localhost");
            awaitText(reviewer, "/team/applications/" + application.id().value(), "waits for a person of the team");

            Locator section =
                    reviewer.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Where It Stands"));
            assertThat(section.getByRole(AriaRole.LIST, new Locator.GetByRoleOptions().setName("Where it stands")))
                    .containsText("Review application waits for a person of the team");
            assertThat(section.getByText("Confirm receipt")).isVisible();
            assertThat(section.locator("[data-diagram]")).isHidden();
            section.getByText("Confirm receipt").click();
            assertThat(section.locator("details[open] li")).hasCount(1);
        }
    }

    private Application application(String company) {
        return applications.save(Application.submit(
                new io.rocketbots.onboarding.admission.application.Company(
                        company, "https://way.example", "DE", 25, "Chat for shops"),
                new ApplicantContact("Ada Example", "ada-" + UUID.randomUUID() + "@way.example"),
                Instant.now(),
                Duration.ofDays(3)));
    }

    private void start(ApplicationId id) {
        transaction.executeWithoutResult(status -> outbox.put(
                MessageTypes.APPLICATION_SUBMITTED, id.value(), id.value().toString(), new ForApplication(id.value())));
    }

    /** A row that the step stumbles over each time it opens the review of that application. */
    private String taskThatCannotBeRead(Application application, Application other) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                INSERT INTO task (id, version, kind, application_id, business_id, round, title, team, priority, state,
                    opened_at, due_at, remind_at, escalate_at, process_instance_key, element_instance_key, answered,
                    overdue)
                VALUES (:id, 1, 'REVIEW', :other, :application, 1, 'Review application', 'nobody', 50, 'UNREADABLE',
                    :now, :now, :now, :now, 1, 1, FALSE, FALSE)
                """)
                .param("id", id)
                .param("other", other.id().value())
                .param("application", application.id().value())
                .param("now", Timestamp.from(Instant.now()))
                .update();
        return id.toString();
    }

    private static void awaitText(Page page, String path, String text) {
        await(text + " at " + path, () -> {
            page.navigate(path);
            return page.getByText(text).first().isVisible();
        });
    }

    private static void await(String what, Callable<Boolean> seen) {
        Awaitility.await(what)
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofSeconds(1))
                .until(seen);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    private static void signIn(Page page, String email) {
        page.navigate("/sign-in");
        page.getByLabel("Email").fill(email);
        page.getByLabel("Password").fill(SampleAccounts.PASSWORD);
        button(page, "Sign In").click();
        assertThat(page).not().hasURL(Pattern.compile("/sign-in$"));
    }
}
