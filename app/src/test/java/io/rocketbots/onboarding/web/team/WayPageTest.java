package io.rocketbots.onboarding.web.team;

import static io.rocketbots.onboarding.web.team.Casework.get;
import static org.assertj.core.api.Assertions.assertThat;

import io.rocketbots.onboarding.account.Role;
import io.rocketbots.onboarding.application.Application;
import io.rocketbots.onboarding.reseller.Reseller;
import io.rocketbots.onboarding.web.People;
import io.rocketbots.onboarding.web.WholeApp;
import java.sql.Timestamp;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WholeApp
class WayPageTest {

    private static final String VIEWER = "/webjars/bpmn-js/dist/bpmn-viewer.production.min.js";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    People people;

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    private Application application;
    private Track track;

    @BeforeEach
    void apply() {
        application = new Casework(context).application();
        track = new Track(context, application);
    }

    @Test
    void saysWhereACaseStandsAndWhereItHasBeen() {
        track.reachesReview();

        assertThat(get(mvc, people.active(Role.REVIEWER), path()))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "Where It Stands",
                        "data-here=\"Task_ReviewApplication\"",
                        "waits for a person of the team",
                        "Where It Has Been",
                        "data-been=\"Task_ConfirmReceipt\"",
                        "data-been=\"Task_OpenReview\"",
                        "data-diagram=\"/team/diagrams/reseller-onboarding\"")
                .doesNotContain("Not all of this is known");
    }

    @Test
    void saysHonestlyThatNothingIsKnownOfAnOldCase() {
        // Such a case has neither visits nor an open task.
        jdbc.sql("UPDATE application SET submitted_at = :before WHERE id = :id")
                .param("before", Timestamp.from(Instant.parse("2020-01-01T00:00:00Z")))
                .param("id", application.id().value())
                .update();

        assertThat(get(mvc, people.active(Role.REVIEWER), path()))
                .hasStatusOk()
                .bodyText()
                .contains("This case began before its way was written down")
                .doesNotContain("data-diagram");
    }

    @Test
    void saysThatMoreMayBeGoingOnInACaseOfWhichOnlyAnOpenTaskIsKnown() {
        new Casework(context).review(application);

        assertThat(get(mvc, people.active(Role.REVIEWER), path()))
                .bodyText()
                .contains("data-here=\"Task_ReviewApplication\"", "Not all of this is known");
    }

    @Test
    void marksAStepThatHasFailedAndOffersRetryToOperationsOnly() {
        track.reachesReview();
        track.isApproved();
        track.fails("Task_CreateAccount");

        assertThat(get(mvc, people.active(Role.OPS), path()))
                .bodyText()
                .contains(
                        "data-failed", "has no account and does not know of it", "aria-label=\"Retry Create account\"");
        assertThat(get(mvc, people.active(Role.REVIEWER), path()))
                .bodyText()
                .contains("data-failed", "Operations can let it be tried again.")
                .doesNotContain("aria-label=\"Retry");
    }

    @Test
    void showsTheProcessThatIsAskedFor() {
        track.reachesReview();
        new Track(context, application).reachesReview();

        assertThat(get(mvc, people.active(Role.OPS), path() + "?process=" + track.instance))
                .bodyText()
                .contains("?process=" + track.instance + "#way\" aria-current=\"true\"");
        assertThat(get(mvc, people.active(Role.OPS), path() + "?process=nonsense"))
                .hasStatusOk();
    }

    @Test
    void standsOnTheResellersPageToo() {
        Reseller reseller = people.activeReseller();

        assertThat(get(
                        mvc,
                        people.active(Role.TEAM_LEAD),
                        "/team/resellers/" + reseller.id().value()))
                .hasStatusOk()
                .bodyText()
                .contains("Where It Stands");
    }

    @Test
    void servesTheModelsToTheTeam() {
        assertThat(get(mvc, people.active(Role.OPS), "/team/diagrams/domain-setup"))
                .hasStatusOk()
                .hasContentTypeCompatibleWith(MediaType.APPLICATION_XML)
                .bodyText()
                .contains("Task_CheckCname", "BPMNDiagram");
        assertThat(get(mvc, people.active(Role.OPS), "/team/diagrams/no-such-process"))
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get(mvc, people.active(Role.RESELLER), "/team/diagrams/domain-setup"))
                .hasStatus(HttpStatus.FORBIDDEN);
        assertThat(mvc.get().uri("/team/diagrams/domain-setup")).hasRedirectedUrl("/sign-in");
    }

    @Test
    void servesTheViewerToTheTeamAndNothingOfItOnAResellersDomain() {
        Reseller reseller = people.brandedReseller();
        String domain = people.liveDomainOf(reseller);

        assertThat(get(mvc, people.active(Role.REVIEWER), VIEWER)).hasStatusOk();
        assertThat(get(mvc, people.active(Role.RESELLER), VIEWER)).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(mvc.get().uri("http://" + domain + VIEWER)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(mvc.get().uri("http://" + domain + "/team/diagrams/domain-setup"))
                .hasStatus(HttpStatus.NOT_FOUND);
    }

    private String path() {
        return "/team/applications/" + application.id().value();
    }
}
