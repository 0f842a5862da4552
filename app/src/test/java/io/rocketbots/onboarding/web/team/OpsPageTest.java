package io.rocketbots.onboarding.web.team;

import static io.rocketbots.onboarding.web.team.Casework.get;
import static io.rocketbots.onboarding.web.team.Casework.post;
import static org.assertj.core.api.Assertions.assertThat;

import io.rocketbots.onboarding.admission.application.Application;
import io.rocketbots.onboarding.admission.application.Applications;
import io.rocketbots.onboarding.operations.history.StalledSteps;
import io.rocketbots.onboarding.tenancy.account.Account;
import io.rocketbots.onboarding.tenancy.account.Role;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import io.rocketbots.onboarding.web.People;
import io.rocketbots.onboarding.web.WholeApp;
import java.io.UnsupportedEncodingException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WholeApp
class OpsPageTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    People people;

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Applications applications;

    @Test
    void showsHowEngineAndQueuesAreDoing() {
        assertThat(get(mvc, people.active(Role.OPS), "/team/ops"))
                .hasStatusOk()
                .bodyText()
                .contains("Engine", "Messages to the Engine", "Mail Queue", "Parked Messages", "Undeliverable Mails");
    }

    @Test
    void sendsAParkedMessageAgain() {
        Account ops = people.active(Role.OPS);
        UUID message = parkedMessage(UUID.randomUUID());
        assertThat(get(mvc, ops, "/team/ops")).bodyText().contains("refused for a test", ">Retry</button>");

        String retry = "/team/ops/messages/" + message + "/retry";
        assertThat(post(mvc, ops, retry))
                .hasRedirectedUrl("/team/ops#parked")
                .flash()
                .containsEntry("flash", "The message goes out again.");
        assertThat(post(mvc, ops, retry)).flash().containsEntry("flashKind", "warning");

        assertThat(jdbc.sql("SELECT COUNT(*) FROM outbox WHERE id = :id AND parked_at IS NULL AND sent_at IS NULL")
                        .param("id", message)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void leadsFromAParkedMessageToItsCaseWhereThereIsOne() throws UnsupportedEncodingException {
        Account ops = people.active(Role.OPS);
        Reseller reseller = people.brandedReseller();
        UUID ofSpace = parkedMessage(people.activeSpaceOf(reseller).id().value());
        UUID ofNothing = parkedMessage(UUID.randomUUID());

        assertThat(lineOf(ofSpace, ops))
                .contains(
                        "href=\"/team/applications/" + reseller.applicationId().value() + "\">case of ");
        assertThat(lineOf(ofNothing, ops)).doesNotContain("/team/applications/");
        post(mvc, ops, "/team/ops/messages/" + ofSpace + "/retry").exchange();

        assertThat(get(
                        mvc,
                        ops,
                        "/team/applications/" + reseller.applicationId().value()))
                .bodyText()
                .contains("Sends the message “review-decided”, which the engine refused, once more.");
    }

    @Test
    void correctsAnAddressAndSendsTheMailAgain() {
        Account ops = people.active(Role.OPS);
        Application application = new Casework(context).application();
        UUID mail = undeliverableMail(application);
        assertThat(get(mvc, ops, "/team/ops"))
                .bodyText()
                .contains("no such mailbox", ">Correct Email and Resend</button>");
        assertThat(get(mvc, ops, "/team/applications/" + application.id().value()))
                .bodyText()
                .contains("Mail undeliverable", "href=\"/team/ops#undeliverable\"");
        assertThat(get(
                        mvc,
                        people.active(Role.TEAM_LEAD),
                        "/team/applications/" + application.id().value()))
                .bodyText()
                .contains("Operations can correct the address and send it again.")
                .doesNotContain("/team/ops");

        assertThat(post(mvc, ops, "/team/ops/mails/" + mail + "/correct").param("email", "nonsense"))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyText()
                .contains("Enter an email address");
        String corrected = "right-" + UUID.randomUUID() + "@bakery.example";
        assertThat(post(mvc, ops, "/team/ops/mails/" + mail + "/correct").param("email", corrected))
                .hasRedirectedUrl("/team/ops#undeliverable");

        assertThat(applications.get(application.id()).contact().email()).isEqualTo(corrected);
    }

    @Test
    void resendsAMailWhoseContentWasRefusedOnce() {
        Account ops = people.active(Role.OPS);
        UUID mail = undeliverableMail(new Casework(context).application());
        jdbc.sql("UPDATE mail_message SET content_refusals = 10 WHERE id = :id")
                .param("id", mail)
                .update();
        String resend = "/team/ops/mails/" + mail + "/resend";
        assertThat(get(mvc, ops, "/team/ops"))
                .bodyText()
                .contains("action=\"" + resend + "\"")
                .doesNotContain("/team/ops/mails/" + mail + "/correct");

        assertThat(post(mvc, people.active(Role.TEAM_LEAD), resend)).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(post(mvc, ops, resend))
                .hasRedirectedUrl("/team/ops#undeliverable")
                .flash()
                .containsEntry("flash", "The mail goes out again.");
        assertThat(post(mvc, ops, resend)).flash().containsEntry("flashKind", "warning");
    }

    @Test
    void saysSoWhenNothingStandsStill() {
        assertThat(get(mvc, people.active(Role.OPS), "/team/ops"))
                .bodyText()
                .contains("Incidents", "Steps Nobody Takes");
    }

    @Test
    void letsAStepBeTriedAgainOnce() {
        Account ops = people.active(Role.OPS);
        Application application = new Casework(context).application();
        Track track = new Track(context, application);
        track.reachesReview();
        track.isApproved();
        track.fails("Task_CreateAccount");
        UUID incident = incidentOf(track);
        String retry = "/team/ops/incidents/" + incident + "/retry";
        assertThat(get(mvc, ops, "/team/ops"))
                .bodyText()
                .contains(
                        "The applicant is approved, but has no account and does not know of it.",
                        "action=\"" + retry + "\"");

        assertThat(post(mvc, people.active(Role.TEAM_LEAD), retry)).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(post(mvc, ops, retry))
                .hasRedirectedUrl("/team/ops#incidents")
                .flash()
                .containsEntry("flash", "The step is tried again.");
        assertThat(post(mvc, people.active(Role.OPS), retry))
                .flash()
                .containsEntry("flash", "Somebody was faster: the step is being tried again already.")
                .containsEntry("flashKind", "warning");

        assertThat(jdbc.sql("SELECT COUNT(*) FROM outbox WHERE aggregate_id = :id AND message_type = 'retry-step'")
                        .param("id", incident)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(get(mvc, ops, "/team/ops"))
                .bodyText()
                .contains("lets it be tried again since")
                .doesNotContain("action=\"" + retry + "\"");
        assertThat(get(mvc, ops, "/team/applications/" + application.id().value()))
                .bodyText()
                .contains("Lets the step “Create account” be tried again.");
    }

    @Test
    void leadsBackToTheCaseWhereRetryWasPressed() {
        Account ops = people.active(Role.OPS);
        String retry = "/team/ops/incidents/" + UUID.randomUUID() + "/retry";
        String back = "/team/applications/" + UUID.randomUUID() + "?process=4711";

        assertThat(post(mvc, ops, retry).param("back", back)).hasRedirectedUrl(back + "#way");
        assertThat(post(mvc, ops, retry).param("back", "https://elsewhere.example" + back))
                .hasRedirectedUrl("/team/ops#incidents");
        assertThat(post(mvc, ops, retry).param("back", "//elsewhere.example/" + back))
                .hasRedirectedUrl("/team/ops#incidents");
    }

    @Test
    void showsAStepThatNobodyTakes() {
        Application application = new Casework(context).application();
        Track track = new Track(context, application);
        track.submitted(Duration.ofMinutes(6));

        context.getBean(StalledSteps.class).look();

        assertThat(get(mvc, people.active(Role.OPS), "/team/ops"))
                .bodyText()
                .contains(
                        "confirm-receipt",
                        "its review does not begin",
                        "/team/applications/" + application.id().value() + "?process=reseller-onboarding-"
                                + application.id().value() + "#way");
    }

    @Test
    void isForOperationsOnly() {
        assertThat(get(mvc, people.active(Role.TEAM_LEAD), "/team/ops")).hasStatus(HttpStatus.FORBIDDEN);
    }

    private UUID incidentOf(Track track) {
        return jdbc.sql("SELECT id FROM step_incident WHERE process_instance_key = :key")
                .param("key", track.instance)
                .query(UUID.class)
                .single();
    }

    /** What the page says of that message. */
    private String lineOf(UUID message, Account account) throws UnsupportedEncodingException {
        String page = get(mvc, account, "/team/ops").exchange().getResponse().getContentAsString();
        int begin = page.indexOf("key-" + message);
        return page.substring(begin, page.indexOf("</li>", begin));
    }

    private UUID parkedMessage(UUID about) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                INSERT INTO outbox (id, aggregate_id, message_type, correlation_key, payload, created_at,
                    next_attempt_at, parked_at, error)
                VALUES (:id, :about, 'review-decided', :key, '{}', :now, :now, :now, 'refused for a test')
                """)
                .param("id", id)
                .param("about", about)
                .param("key", "key-" + id)
                .param("now", Timestamp.from(Instant.now()))
                .update();
        return id;
    }

    private UUID undeliverableMail(Application application) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                INSERT INTO mail_message (id, purpose, template, application_id, recipient, ids, state, batch_id,
                    created_at, next_attempt_at, sent_to, error)
                VALUES (:id, :purpose, 'application-received', :application, 'applicant', '{}', 'UNDELIVERABLE', :id,
                    :now, :now, :address, 'no such mailbox')
                """)
                .param("id", id)
                .param("purpose", id.toString())
                .param("application", application.id().value())
                .param("now", Timestamp.from(Instant.now()))
                .param("address", application.contact().email())
                .update();
        return id;
    }
}
