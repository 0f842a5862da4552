package io.rocketbots.onboarding.web.team;

import static io.rocketbots.onboarding.web.team.Casework.get;
import static io.rocketbots.onboarding.web.team.Casework.post;
import static org.assertj.core.api.Assertions.assertThat;

import io.rocketbots.onboarding.admission.application.Application;
import io.rocketbots.onboarding.admission.application.ApplicationState;
import io.rocketbots.onboarding.admission.application.Applications;
import io.rocketbots.onboarding.tenancy.account.Account;
import io.rocketbots.onboarding.tenancy.account.Role;
import io.rocketbots.onboarding.web.Overtaking;
import io.rocketbots.onboarding.web.People;
import io.rocketbots.onboarding.web.WholeApp;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WholeApp
class CancelOnboardingPageTest {

    private static final String REASON = "You do not start this year.";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    People people;

    @Autowired
    Overtaking overtaking;

    @Autowired
    Applications applications;

    @Autowired
    ApplicationContext context;

    private Account lead;
    private Application application;
    private String page;

    @BeforeEach
    void anApplicationUnderReview() {
        lead = people.active(Role.TEAM_LEAD);
        application = new Casework(context).application();
        page = page(application);
    }

    @Test
    void aLeadCancelsAndSaysWhy() {
        assertThat(get(mvc, lead, page + "/cancel"))
                .hasStatusOk()
                .bodyText()
                .containsPattern("<dialog id=\"cancel-dialog\"[^>]* open")
                .contains("It is mailed to the applicant as you write it");

        assertThat(post(mvc, lead, page + "/cancel").param("reason", REASON))
                .hasStatus(HttpStatus.SEE_OTHER)
                .hasRedirectedUrl(page);

        assertThat(state()).isEqualTo(ApplicationState.CANCELLING);
        assertThat(get(mvc, lead, page))
                .bodyText()
                .contains("Cancelled the onboarding: " + REASON)
                .doesNotContain(">Cancel Onboarding<");
    }

    @Test
    void aLeadCancelsAlsoAfterTheApproval() {
        Application approved = applications.get(people.activeReseller().applicationId());

        assertThat(get(mvc, lead, page(approved)))
                .bodyText()
                .contains(">Cancel Onboarding<", "It is mailed to the reseller as you write it");
        assertThat(post(mvc, lead, page(approved) + "/cancel").param("reason", REASON))
                .hasStatus(HttpStatus.SEE_OTHER);

        assertThat(applications.get(approved.id()).state()).isEqualTo(ApplicationState.CANCELLING);
    }

    @Test
    void keepsWhatWasTypedWhenSomethingIsWrongWithIt() {
        String much = "<b>" + "x".repeat(1000);

        assertThat(post(mvc, lead, page + "/cancel").param("reason", " "))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyText()
                .contains("Write why it is cancelled.", "aria-invalid=\"true\"");
        assertThat(post(mvc, lead, page + "/cancel").param("reason", much))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyText()
                .contains("at most 1,000 characters. It has 1,003.", "&lt;b&gt;" + "x".repeat(1000))
                .containsPattern("<dialog id=\"cancel-dialog\"[^>]* open");

        assertThat(state()).isEqualTo(ApplicationState.UNDER_REVIEW);
    }

    @Test
    void saysSoWhenSomebodyWasFaster() {
        post(mvc, lead, page + "/cancel").param("reason", REASON).exchange();

        assertThat(post(mvc, lead, page + "/cancel").param("reason", "No answer to my calls."))
                .hasStatus(HttpStatus.CONFLICT)
                .bodyText()
                .contains("Somebody was faster: this is how it stands now.", "No answer to my calls.</textarea>");
        assertThat(get(mvc, lead, page + "/cancel"))
                .hasStatusOk()
                .bodyText()
                .contains("Somebody was faster: this is how it stands now.");
    }

    @Test
    void keepsWhatWasTypedWhenTheCaseChangesInTheSameMoment() {
        overtaking.of(
                Application.class,
                "UPDATE application SET version = version + 1 WHERE id = '"
                        + application.id().value() + "'");

        assertThat(post(mvc, lead, page + "/cancel").param("reason", REASON))
                .hasStatus(HttpStatus.CONFLICT)
                .bodyText()
                .contains("Somebody was faster", ">Cancel Onboarding<", REASON + "</textarea>");

        assertThat(state()).isEqualTo(ApplicationState.UNDER_REVIEW);
    }

    @Test
    void isForLeadsOnly() {
        Account reviewer = people.active(Role.REVIEWER);
        Account ops = people.active(Role.OPS);

        assertThat(get(mvc, reviewer, page)).hasStatusOk().bodyText().doesNotContain("Cancel Onboarding");
        assertThat(get(mvc, reviewer, page + "/cancel")).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(post(mvc, reviewer, page + "/cancel").param("reason", REASON))
                .hasStatus(HttpStatus.FORBIDDEN);
        assertThat(post(mvc, ops, page + "/cancel").param("reason", REASON)).hasStatus(HttpStatus.FORBIDDEN);

        assertThat(state()).isEqualTo(ApplicationState.UNDER_REVIEW);
    }

    private ApplicationState state() {
        return applications.get(application.id()).state();
    }

    private static String page(Application application) {
        return "/team/applications/" + application.id().value();
    }
}
