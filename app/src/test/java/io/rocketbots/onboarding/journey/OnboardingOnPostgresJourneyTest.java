package io.rocketbots.onboarding.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.rocketbots.onboarding.journey.Mailbox.Mail;
import io.rocketbots.onboarding.local.engine.TasklistDoor;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The main story once more, on PostgreSQL and with each step done twice, which nobody notices, and what becomes of tasks
 * that are completed in the engine's own Tasklist. One class for all of that, so that what it takes is started once and
 * ended soon.
 */
@WholeApplicationOnPostgres
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OnboardingOnPostgresJourneyTest extends OnboardingJourney {

    private static final String REVIEW = "Task_ReviewApplication";
    private static final Map<String, Object> REJECTION =
            Map.of("decision", "reject", "message", "We have a partner there already.", "decidedBy", "R2");
    private static final Pattern CASE = Pattern.compile("href=\"(/team/applications/[0-9a-f-]{36})\"");

    @Autowired
    private ApplicationContext application;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void theCaseLeadsToItsInstanceAndItsTaskIsCompletedInTasklist() {
        Company company = Company.named("Open Books");
        company.apply(baseUrl());
        Visitor reviewer = Visitor.reviewer(baseUrl());
        String task = new Desk(reviewer).awaitTask(company.name(), "Review application");
        String page = reviewer.open(task);
        assertThat(page).contains("Open in Tasklist", "href=\"http://localhost:1/tasklist");
        Matcher link = CASE.matcher(page);
        assertThat(link.find()).as("a link to the case").isTrue();
        assertThat(reviewer.open(link.group(1)))
                .containsPattern("href=\"http://localhost:1/operate/processes/[0-9]+\"");

        TasklistDoor.of(application).complete(REVIEW, REJECTION);

        Mail rejection = company.mailbox(baseUrl()).await("About your application");
        assertThat(rejection.text()).contains("We have a partner there already.");
        assertThat(reviewer.open(task))
                .contains("Rene Reviewer decided: Reject", "in Tasklist", "We have a partner there already.")
                .doesNotContain("Open in Tasklist");
    }

    @Test
    void whoeverDecidesInTheConsoleMeanwhileIsToldThatTasklistWasFaster() {
        Company company = Company.named("Two Doors");
        company.apply(baseUrl());
        Visitor reviewer = Visitor.reviewer(baseUrl());
        Desk desk = new Desk(reviewer);
        String task = desk.awaitTask(company.name(), "Review application");

        desk.decide(task, "approve", "");
        assertThat(reviewer.open(task)).contains("You decided: Approve");
        TasklistDoor.of(application).complete(REVIEW, REJECTION);

        Awaitility.await("the other door's decision")
                .atMost(Mailbox.PATIENCE)
                .until(() -> reviewer.open(task), shown -> shown.contains("Rene Reviewer decided: Reject"));
        Mail told = new Mailbox(baseUrl(), "reviewer@rocketbots.localhost").await("Somebody was faster");
        assertThat(told.text()).contains("Two Doors", "It was decided: Reject", "Your decision: Approve");
        company.mailbox(baseUrl()).await("About your application");
        assertThat(company.mailbox(baseUrl()).all("Welcome")).isEmpty();
    }

    @AfterAll
    void nothingIsThereTwice() {
        assertThat(EveryStepTwice.steps())
                .contains("confirm-receipt", "open-review", "create-account", "send-welcome", "check-cname", "go-live");
        assertThat(DoubledRows.in(jdbc)).isEmpty();
        // With the round of a task or the visit of a step, a second one would not look the same.
        assertThat(column("""
                SELECT title || ' of ' || application_id FROM task
                GROUP BY title, application_id HAVING COUNT(*) > 1 AND COUNT(*) > (SELECT COUNT(*) + 1 FROM question q
                    WHERE q.application_id = task.application_id)
                """)).isEmpty();
        assertThat(column("""
                SELECT text || ' about ' || application_id FROM timeline_entry
                GROUP BY text, application_id HAVING COUNT(*) > 1
                """)).isEmpty();
        assertThat(column("""
                SELECT template || ' to ' || recipient || ' about ' || application_id FROM mail_message
                GROUP BY template, recipient, application_id HAVING COUNT(*) > 1
                """)).isEmpty();
    }

    private List<String> column(String sql) {
        return jdbc.sql(sql).query(String.class).list();
    }
}
