package io.rocketbots.onboarding.web.team;

import static io.rocketbots.onboarding.web.team.Casework.get;
import static io.rocketbots.onboarding.web.team.Casework.post;
import static org.assertj.core.api.Assertions.assertThat;

import io.rocketbots.onboarding.admission.application.Application;
import io.rocketbots.onboarding.admission.task.Task;
import io.rocketbots.onboarding.tenancy.account.Account;
import io.rocketbots.onboarding.tenancy.account.Role;
import io.rocketbots.onboarding.web.People;
import io.rocketbots.onboarding.web.WholeApp;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WholeApp
class TaskListPageTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    People people;

    @Autowired
    ApplicationContext context;

    private Account rita;
    private Application application;
    private Task review;
    private String company;

    @BeforeEach
    void aReviewIsOpen() {
        Casework casework = new Casework(context);
        rita = people.active(Role.REVIEWER);
        application = casework.application();
        review = casework.review(application);
        company = application.company().companyName();
    }

    @Test
    void countsOpenTasksInItsTitleAndCountsDownToEachDeadline() {
        assertThat(list("open", rita))
                .matches("(?s).*<title>\\(1\\) Tasks</title>.*")
                .contains(
                        company,
                        "data-countdown=\"" + review.schedule().dueAt(),
                        "Priority 70",
                        "reviewers",
                        "aria-describedby=\"task-" + review.id().value() + "\">Claim</button>",
                        "hx-trigger=\"every 15s\"");
    }

    @Test
    void showsWhatIClaimedUnderMine() {
        assertThat(list("mine", rita)).contains("You have claimed nothing");

        assertThat(post(mvc, rita, "/team/tasks/" + review.id().value() + "/claim")
                        .param("back", "/team/tasks?view=mine"))
                .hasRedirectedUrl("/team/tasks?view=mine#task-" + review.id().value());

        assertThat(list("mine", rita)).contains(company, ">Release</button>");
    }

    @Test
    void saysWhoIsOnATaskThatSomebodyElseClaims() {
        Account ron = people.active(Role.REVIEWER);
        post(mvc, rita, "/team/tasks/" + review.id().value() + "/claim").exchange();

        post(mvc, ron, "/team/tasks/" + review.id().value() + "/claim").exchange();

        assertThat(list("mine", ron)).contains("You have claimed nothing");
        assertThat(list("mine", rita)).contains(company);
    }

    @Test
    void goesNowhereButBackToTheList() {
        assertThat(post(mvc, rita, "/team/tasks/" + review.id().value() + "/claim")
                        .param("back", "https://elsewhere.example/"))
                .hasRedirectedUrl("/team/tasks/" + review.id().value());
    }

    @Test
    void goesBackToAListThatWasFilteredByBraces() {
        String task = "/team/tasks/" + review.id().value();

        assertThat(post(mvc, rita, task + "/claim").param("back", "/team/tasks?view=open&q={name}"))
                .hasRedirectedUrl(
                        "/team/tasks?view=open&q={name}#task-" + review.id().value());
        assertThat(post(mvc, rita, task + "/release").param("back", "/team/tasks?q={0"))
                .hasRedirectedUrl("/team/tasks?q={0#task-" + review.id().value());
    }

    @Test
    void movesADecidedTaskToDone() {
        post(mvc, rita, "/team/tasks/" + review.id().value() + "/decide")
                .param("decision", "approve")
                .exchange();

        assertThat(list("open", rita)).contains("Nothing to do").doesNotContain(company + "</a>");
        assertThat(list("done", rita)).contains(company, "Approve");
    }

    @Test
    void filtersByTeamAndKindInItsAddress() {
        assertThat(list("open&team=key-accounts", rita)).contains("Nothing to do");
        assertThat(list("open&kind=call", rita)).contains("Nothing to do", "Show all, without filters");
        assertThat(list("open&team=reviewers&kind=review", rita)).contains(company);
    }

    @Test
    void showsReviewsThatWaitForTheApplicant() {
        assertThat(list("waiting", rita)).contains("No applicant has to answer");
    }

    @Test
    void takesAnUnknownTabForTheFirst() {
        assertThat(list("nonsense", rita)).contains(company);
    }

    @Test
    void isForTheTeamOnly() {
        assertThat(get(mvc, people.active(Role.USER), "/team/tasks")).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(get(mvc, people.active(Role.OPS), "/team/tasks")).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(get(mvc, people.active(Role.TEAM_LEAD), "/team/tasks")).hasStatusOk();
    }

    /** The list, narrowed to this test's own company. */
    private String list(String view, Account account) {
        return new String(
                get(mvc, account, "/team/tasks?q=" + company + "&view=" + view)
                        .exchange()
                        .getResponse()
                        .getContentAsByteArray(),
                StandardCharsets.UTF_8);
    }
}
