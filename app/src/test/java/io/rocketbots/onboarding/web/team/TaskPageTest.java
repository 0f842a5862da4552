package io.rocketbots.onboarding.web.team;

import static io.rocketbots.onboarding.web.team.Casework.get;
import static io.rocketbots.onboarding.web.team.Casework.post;
import static org.assertj.core.api.Assertions.assertThat;

import io.rocketbots.onboarding.admission.application.Application;
import io.rocketbots.onboarding.admission.application.Applications;
import io.rocketbots.onboarding.admission.task.Task;
import io.rocketbots.onboarding.admission.task.TaskDecisions;
import io.rocketbots.onboarding.launch.domain.CustomDomain;
import io.rocketbots.onboarding.launch.domain.CustomDomains;
import io.rocketbots.onboarding.lifecycle.offboarding.RequestOffboarding;
import io.rocketbots.onboarding.process.TaskKind;
import io.rocketbots.onboarding.tenancy.account.Account;
import io.rocketbots.onboarding.tenancy.account.Role;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import io.rocketbots.onboarding.tenancy.reseller.Resellers;
import io.rocketbots.onboarding.web.People;
import io.rocketbots.onboarding.web.WholeApp;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WholeApp
class TaskPageTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    People people;

    @Autowired
    ApplicationContext context;

    @Autowired
    TaskDecisions decisions;

    @Autowired
    Resellers resellers;

    @Autowired
    Applications applications;

    @Autowired
    CustomDomains domains;

    @Autowired
    RequestOffboarding requestOffboarding;

    private Casework casework;
    private Account rita;
    private Account ron;
    private Application application;
    private Task review;
    private String page;

    @BeforeEach
    void aReviewIsOpen() {
        casework = new Casework(context);
        rita = people.active(Role.REVIEWER);
        ron = people.active(Role.REVIEWER);
        application = casework.application();
        review = casework.review(application);
        page = "/team/tasks/" + review.id().value();
    }

    @Test
    void showsTheFormWithAButtonForEveryDecision() {
        assertThat(get(mvc, rita, page))
                .hasStatusOk()
                .bodyText()
                .contains(
                        application.company().companyName(),
                        "<dt>Country</dt><dd>Germany</dd>",
                        "Message to the Applicant",
                        ">Approve</button>",
                        ">Reject</button>",
                        ">Request Information</button>",
                        "Open Application")
                .doesNotContain("Staff Code", "Add a message to the approval");
    }

    @Test
    void hasAllThreePartsAsWideAsEachOther() {
        assertThat(get(mvc, rita, page))
                .bodyText()
                .contains(
                        "<nav class=\"container-fluid px-lg-4 ",
                        "<main id=\"content\" class=\"container-fluid px-lg-4 ",
                        "<footer class=\"page-footer\"><div class=\"container-fluid px-lg-4 ");
    }

    @Test
    void leadsToTheApplicationOnce() {
        assertThat(get(mvc, rita, page)).bodyText().containsOnlyOnce("Open Application");
    }

    @Test
    void putsTheEvidenceBesideIt() {
        Application earlier = casework.application();

        assertThat(get(mvc, rita, page))
                .bodyText()
                .contains(
                        "No website to compare the mail domain with",
                        "Earlier applications from there",
                        earlier.company().companyName(),
                        "No reseller with a similar name",
                        page + "/website");
    }

    @Test
    void saysWhatTheWebsiteDoesOnceItIsAsked() {
        assertThat(get(mvc, rita, page + "/website")).hasStatusOk().bodyText().contains("No website was given");
    }

    @Test
    void decidesAndOffersUndoAndTheNextTask() {
        MvcTestResult decided = decide(rita, "reject", "Not now, sorry.");

        assertThat(decided).hasStatus(HttpStatus.SEE_OTHER).hasRedirectedUrl(page);
        assertThat(get(mvc, rita, page))
                .bodyText()
                .contains("You decided: Reject", "Not now, sorry.", ">Undo</button>", ">Next Task</a>")
                .doesNotContain(">Approve</button>");
    }

    @Test
    void refusesToLinkAnAccountThatBelongsToAnotherReseller() {
        Account taken = people.active(Role.RESELLER);
        Reseller other = resellers.save(Reseller.create(
                application.id(), taken.id(), "Other Chat", UUID.randomUUID().toString(), Instant.now()));
        Application again = casework.application(taken.email());
        page = "/team/tasks/" + casework.task(again, "duplicate-account").id().value();

        MvcTestResult decided = decide(rita, "link-existing-account", "");

        assertThat(decided)
                .hasStatus(HttpStatus.CONFLICT)
                .bodyText()
                .contains("The existing account cannot be linked", other.companyName(), ">Use Another Email</button>")
                .doesNotContain(">Link Existing Account</button>", "You decided");
    }

    @Test
    void takesADecisionBack() {
        decide(rita, "reject", "Not now, <sorry>.");

        MvcTestResult undone = post(mvc, rita, page + "/undo").exchange();

        assertThat(decisions.findById(review.id())).isEmpty();
        assertThat(undone)
                .hasStatusOk()
                .bodyText()
                .contains(
                        "Undone. Nobody has been told anything.",
                        ">Approve</button>",
                        "Not now, &lt;sorry&gt;.</textarea>");
    }

    @Test
    void asksForAReasonBeforeItRejects() {
        assertThat(decide(rita, "reject", " "))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyText()
                .contains("Write a message to the applicant: the reason, or what you need to know.");
        assertThat(decisions.findById(review.id())).isEmpty();
    }

    @Test
    void approvesWithoutAMessage() {
        assertThat(decide(rita, "approve", "")).hasStatus(HttpStatus.SEE_OTHER);
    }

    @Test
    void refusesADecisionTheFormDoesNotOffer() {
        assertThat(decide(rita, "promote", "Yes")).hasStatus(HttpStatus.BAD_REQUEST);
    }

    @Test
    void showsWhoWasFasterAndOverwritesNothing() {
        decide(ron, "reject", "Not now.");

        assertThat(decide(rita, "approve", ""))
                .hasStatus(HttpStatus.CONFLICT)
                .bodyText()
                .contains("Somebody was faster", "decided: Reject", "Not now.")
                .doesNotContain(">Undo</button>");
        assertThat(decisions.get(review.id()).decidedBy()).isEqualTo(ron.id());
    }

    @Test
    void letsNobodyDecideOnTheirOwnCompany() {
        applications.save(
                applications.get(application.id()).correctEmail("bea-" + UUID.randomUUID() + "@acme.example"));

        assertThat(decide(rita, "approve", ""))
                .hasStatus(HttpStatus.CONFLICT)
                .bodyText()
                .contains("somebody else must decide");
        assertThat(decisions.findById(review.id())).isEmpty();
    }

    @Test
    void claimsAndReleases() {
        post(mvc, rita, page + "/claim").exchange();
        assertThat(get(mvc, rita, page)).bodyText().contains("Claimed by you", ">Release</button>");
        assertThat(get(mvc, ron, page)).bodyText().contains("is on this task").doesNotContain(">Release</button>");

        post(mvc, rita, page + "/release").exchange();

        assertThat(get(mvc, ron, page)).bodyText().contains(">Claim</button>");
    }

    @Test
    void keepsComments() {
        assertThat(post(mvc, rita, page + "/comments").param("comment", "Called <them>."))
                .hasStatus3xxRedirection();
        assertThat(post(mvc, rita, page + "/comments").param("comment", " "))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyText()
                .contains("Write something first.");

        assertThat(get(mvc, ron, page)).bodyText().contains("Called &lt;them&gt;.");
    }

    @Test
    void showsTheButtonsOfEveryOtherKind() {
        assertThat(get(mvc, rita, pageOf("duplicate-account")))
                .bodyText()
                .contains(">Link Existing Account</button>", ">Use Another Email</button>", ">Reject</button>");
        assertThat(get(mvc, rita, pageOf("call")))
                .bodyText()
                .contains(">Extend</button>", ">Close</button>", "branding");
        assertThat(get(mvc, rita, pageOf("domain-help")))
                .bodyText()
                .contains(">Keep Trying</button>", ">Give Up Domain</button>");
        assertThat(get(mvc, rita, pageOf("introduction")))
                .bodyText()
                .contains(">Mark as Introduced</button>", "Contact Person", "Phone or Booking Link");
    }

    @Test
    void showsTheDomainThatNeedsHelp() {
        Reseller reseller = people.activeReseller();
        String name = people.liveDomainOf(reseller);
        CustomDomain domain = domains.currentOf(reseller.id()).orElseThrow();
        Task help = casework.task(reseller, TaskKind.DOMAIN_HELP, domain.id().value());

        assertThat(get(mvc, rita, "/team/tasks/" + help.id().value()))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "<strong>" + name + "</strong> must point to",
                        domain.target(),
                        "/team/resellers/" + reseller.id().value() + "\">What the checks saw</a>")
                .doesNotContain("id=\"evidence\"");
    }

    @Test
    void showsWhoWantsAResellerToLeaveAndWhy() {
        Reseller reseller = resellers.save(people.activeReseller().goLive(Instant.now()));
        requestOffboarding.byTeam(reseller.id(), "Out of business.", ron.id(), "Lena Lead");
        Task leaving =
                casework.task(reseller, TaskKind.OFFBOARDING, reseller.id().value());

        assertThat(get(mvc, rita, "/team/tasks/" + leaving.id().value()))
                .hasStatusOk()
                .bodyText()
                .contains("Started by Lena Lead", "Out of business.");
    }

    @Test
    void leadsToTheNextTaskOrBackToTheList() {
        assertThat(get(mvc, rita, "/team/tasks/next?after=" + UUID.randomUUID()))
                .hasStatus3xxRedirection();
    }

    @Test
    void isNotThereForATaskThatIsNot() {
        assertThat(get(mvc, rita, "/team/tasks/" + UUID.randomUUID())).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void isClosedToOperations() {
        assertThat(get(mvc, people.active(Role.OPS), page)).hasStatus(HttpStatus.FORBIDDEN);
    }

    private String pageOf(String kind) {
        return "/team/tasks/" + casework.task(application, kind).id().value();
    }

    private MvcTestResult decide(Account account, String decision, String message) {
        return post(mvc, account, page + "/decide")
                .param("decision", decision)
                .param("message", message)
                .exchange();
    }
}
