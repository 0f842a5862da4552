package io.rocketbots.onboarding.web.team;

import static io.rocketbots.onboarding.web.team.Casework.get;
import static org.assertj.core.api.Assertions.assertThat;

import io.rocketbots.onboarding.admission.application.Application;
import io.rocketbots.onboarding.operations.history.StepVisits;
import io.rocketbots.onboarding.process.ProcessId;
import io.rocketbots.onboarding.process.Variables.CnameChecked;
import io.rocketbots.onboarding.tenancy.account.Role;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import io.rocketbots.onboarding.web.People;
import io.rocketbots.onboarding.web.WholeApp;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WholeApp
class DiagramPageTest {

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
                .hasStatusOk()
                .bodyText()
                .contains("The process that was asked for is not known here.");
    }

    @Test
    void showsAFirstStepThatHasFailedWhereOperationsWereLedTo() {
        track.submitted(Duration.ofMinutes(1));
        track.fails("Task_ConfirmReceipt");
        String link = path() + "?process=" + track.instance;
        assertThat(get(mvc, people.active(Role.OPS), "/team/ops"))
                .bodyText()
                .contains("href=\"" + link + "#way\">case of ");

        assertThat(get(mvc, people.active(Role.OPS), link))
                .bodyText()
                .contains("data-here=\"Task_ConfirmReceipt\" data-failed", "aria-label=\"Retry Confirm receipt\"")
                .contains("name=\"back\" value=\"" + link + "\"")
                .doesNotContain("should be done by a worker at once", "not known here");
    }

    @Test
    void showsTheProcessOfASpaceThatOperationsWereLedTo() {
        Reseller reseller = people.brandedReseller();
        UUID space = people.activeSpaceOf(reseller).id().value();
        long instance = Track.newKey();
        track.fails(ProcessId.SPACE_PROVISIONING, instance, space, "Task_CreateSpace");
        String path = "/team/applications/" + reseller.applicationId().value() + "?process=";

        assertThat(get(mvc, people.active(Role.OPS), path + instance))
                .bodyText()
                .contains("way-title\">Make a Space: Bakery ", "data-here=\"Task_CreateSpace\" data-failed");
        assertThat(get(mvc, people.active(Role.OPS), path + "space-provisioning-" + space))
                .bodyText()
                .contains("way-title\">Make a Space: Bakery ");
        assertThat(get(mvc, people.active(Role.OPS), path() + "?process=" + instance))
                .bodyText()
                .doesNotContain("Make a Space");
    }

    @Test
    void leadsFromACallToTheProcessThatItHasCalled() {
        UUID domain = UUID.randomUUID();
        long instance = Track.newKey();
        track.reachesReview();
        track.isApproved();
        track.callsTheSetUpOf(domain);
        track.ends(ProcessId.DOMAIN_SETUP, instance, domain, "Task_StartDomainSetup", Map.of());
        String link = "href=\"" + path() + "?process=" + instance + "#way\">Open “Set up a domain”</a>";

        assertThat(get(mvc, people.active(Role.OPS), path() + "?process=" + track.instance))
                .bodyText()
                .contains("waits for the end of the process that it called", link);

        track.ends(ProcessId.DOMAIN_SETUP, instance, domain, "Task_CheckCname", new CnameChecked(true, Instant.now()));
        track.ends(ProcessId.DOMAIN_SETUP, instance, domain, "Task_ActivateDomain", Map.of("domainLive", true));
        assertThat(get(mvc, people.active(Role.OPS), path() + "?process=" + track.instance))
                .bodyText()
                .doesNotContain("waits for the end of the process that it called")
                .contains(link);
    }

    @Test
    void doesNotTakeACaseForOverThatStandsWhereNobodyKnows() {
        track.ends("Task_OfAnotherVersion", Map.of());
        track.fails("Task_OfAnotherVersionToo");

        assertThat(get(mvc, people.active(Role.OPS), path()))
                .bodyText()
                .contains("Where it stands is not known.", "What else has failed", "aria-label=\"Retry ")
                .doesNotContain("it is over");
    }

    @Test
    void letsACaseStandWhereItHasFailedThoughNobodyKnowsHowItCameThere() {
        track.ends("Task_OfAnotherVersion", Map.of());
        track.fails("Task_CreateAccount");

        assertThat(get(mvc, people.active(Role.OPS), path()))
                .bodyText()
                .contains("aria-label=\"Retry Create account\"")
                .doesNotContain("Where it stands is not known.", "it is over");
    }

    @Test
    void countsNoVisitsOfWhichTheFirstAreForgotten() {
        UUID domain = UUID.randomUUID();
        long instance = Track.newKey();
        track.ends(ProcessId.DOMAIN_SETUP, instance, domain, "Task_StartDomainSetup", Map.of());
        for (int turn = 0; turn < 25; turn++) {
            track.ends(
                    ProcessId.DOMAIN_SETUP,
                    instance,
                    domain,
                    "Task_CheckCname",
                    new CnameChecked(false, Instant.now()));
        }
        context.getBean(StepVisits.class).prune();

        assertThat(get(mvc, people.active(Role.OPS), path() + "?process=" + instance))
                .bodyText()
                .contains("25 times, last", "reversed start=\"25\"")
                .containsPattern("data-been=\"CatchEvent_NextCheckDue\"[^>]* data-more")
                .containsPattern("Next check due</span> <span class=\"text-soft small\">\\d+ times or more, last")
                .doesNotContainPattern("reversed start=\"(19|20|21)\"");
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
