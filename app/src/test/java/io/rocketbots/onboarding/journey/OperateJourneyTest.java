package io.rocketbots.onboarding.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.rocketbots.onboarding.journey.Mailbox.Mail;
import io.rocketbots.onboarding.web.account.SampleAccounts;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;

/**
 * The main story once more, on PostgreSQL; what people see and do in the engine's own Operate and Tasklist, and what the
 * console makes of it. One class for all of that, so that what it takes is started once and ended soon.
 */
@WithOperate
class OperateJourneyTest extends OnboardingJourney {

    @Test
    @ExtendWith(Browsing.class)
    void theCaseLeadsToItsInstanceAndItsTaskIsCompletedInTasklist(Page reviewer) {
        Company company = Company.named("Open Books");
        company.apply(baseUrl());
        String task = new Desk(baseUrl()).awaitTask(company.name(), "Review application");
        signIn(reviewer);
        reviewer.navigate(task);

        Page tasklist = signInToCamunda(opens(reviewer, "Open in Tasklist"));
        reviewer.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Open Application"))
                .click();
        assertThat(reviewer.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Processes in Operate"))
                        .getByRole(AriaRole.LINK))
                .hasText("Reseller onboarding");
        Page operate = opens(reviewer, "Open in Operate");
        assertThat(operate.getByText("Reseller onboarding").first()).isVisible();
        assertThat(operate.locator("[data-element-id=Task_ReviewApplication]").first())
                .isVisible();
        assertThat(operate.getByText(company.name())).hasCount(0);
        Locator history = operate.getByRole(AriaRole.TREE);
        assertThat(history.getByText("Review application")).isVisible();
        assertThat(history.getByText("Record decision")).hasCount(0);

        completeReview(tasklist, "Reject", "We have a partner there already.");
        tasklist.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Complete Task"))
                .click();

        Mail rejection = company.mailbox(baseUrl()).await("About your application");
        assertThat(rejection.text()).contains("We have a partner there already.");
        assertThat(history.getByText("Record decision")).isVisible();
        reviewer.navigate(task);
        Locator decided = reviewer.getByRole(AriaRole.STATUS)
                .filter(new Locator.FilterOptions().setHasText("Rene Reviewer decided: Reject"));
        assertThat(decided).containsText("in Tasklist");
        assertThat(decided).containsText("We have a partner there already.");
        assertThat(reviewer.getByText("Open in Tasklist")).hasCount(0);
    }

    @Test
    @ExtendWith(Browsing.class)
    void whoeverDecidesInTheConsoleMeanwhileIsToldThatTasklistWasFaster(Page reviewer) {
        Company company = Company.named("Two Doors");
        company.apply(baseUrl());
        String task = new Desk(baseUrl()).awaitTask(company.name(), "Review application");
        signIn(reviewer);
        reviewer.navigate(task);
        Page tasklist = signInToCamunda(opens(reviewer, "Open in Tasklist"));
        completeReview(tasklist, "Reject", "We have a partner there already.");

        button(reviewer, "Approve").click();
        assertThat(reviewer.getByText("You decided: Approve")).isVisible();
        button(tasklist, "Complete Task").click();

        assertThat(reviewer.getByText("Rene Reviewer decided: Reject")).isVisible();
        Mail told = new Mailbox(baseUrl(), "reviewer@rocketbots.localhost").await("Somebody was faster");
        assertThat(told.text()).contains("Two Doors", "It was decided: Reject", "Your decision: Approve");
        company.mailbox(baseUrl()).await("About your application");
        assertThat(company.mailbox(baseUrl()).all("Welcome")).isEmpty();
    }

    @Test
    void aTaskThatWasMadeOnTheFullSecondHoldsUpNothing() {
        RestClient search = RestClient.create("http://127.0.0.1:" + setting("onboarding.local.search.port"));

        String found = search.post()
                .uri("/tasklist-list-view-8.6.0_,tasklist-task-8.5.0_/_search")
                .contentType(MediaType.APPLICATION_JSON)
                .body("{\"query\": {\"range\": {\"creationTime\": {\"gte\": \"2026-11-27T12:13:02Z\"}}}}")
                .retrieve()
                .body(String.class);

        assertThat(found).contains("\"failed\":0");
    }

    private static void signIn(Page page) {
        page.navigate("/sign-in");
        page.getByLabel("Email").fill("reviewer@rocketbots.localhost");
        page.getByLabel("Password").fill(SampleAccounts.PASSWORD);
        button(page, "Sign In").click();
        assertThat(page).not().hasURL(Pattern.compile("/sign-in$"));
    }

    /** The window that a link of the page opens. */
    private static Page opens(Page page, String link) {
        return page.waitForPopup(() -> page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link))
                .click());
    }

    /** As everybody there; what was asked for is shown once that is done. */
    private static Page signInToCamunda(Page page) {
        page.getByLabel("Username").fill("demo");
        page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Password"))
                .fill("demo");
        button(page, "Login").click();
        return page;
    }

    /** Takes the only task that is shown and fills its form in, as Rene. */
    private static void completeReview(Page tasklist, String decision, String message) {
        Locator tasks = tasklist.getByRole(AriaRole.ARTICLE);
        assertThat(tasks).hasCount(1);
        tasks.getByText("Review application").click();
        button(tasklist, "Assign to me").click();
        assertThat(button(tasklist, "Unassign")).isVisible();
        // The radio button itself is hidden behind a drawn one.
        tasklist.getByText(decision, new Page.GetByTextOptions().setExact(true)).click();
        tasklist.getByLabel("Message to the Applicant").fill(message);
        tasklist.getByLabel("Staff Code").fill("R2");
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
