package io.rocketbots.onboarding.web.team;

import static io.rocketbots.onboarding.web.team.Casework.get;
import static io.rocketbots.onboarding.web.team.Casework.post;
import static org.assertj.core.api.Assertions.assertThat;

import io.rocketbots.onboarding.account.Account;
import io.rocketbots.onboarding.account.Role;
import io.rocketbots.onboarding.application.Application;
import io.rocketbots.onboarding.application.Applications;
import io.rocketbots.onboarding.web.People;
import io.rocketbots.onboarding.web.WholeApp;
import java.sql.Timestamp;
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
        UUID message = parkedMessage();
        assertThat(get(mvc, ops, "/team/ops")).bodyText().contains("refused for a test", ">Retry</button>");

        post(mvc, ops, "/team/ops/messages/" + message + "/retry").exchange();

        assertThat(jdbc.sql("SELECT COUNT(*) FROM outbox WHERE id = :id AND parked_at IS NULL AND sent_at IS NULL")
                        .param("id", message)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
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
                .hasRedirectedUrl("/team/ops");

        assertThat(applications.get(application.id()).contact().email()).isEqualTo(corrected);
    }

    @Test
    void isForOperationsOnly() {
        assertThat(get(mvc, people.active(Role.TEAM_LEAD), "/team/ops")).hasStatus(HttpStatus.FORBIDDEN);
    }

    private UUID parkedMessage() {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                INSERT INTO outbox (id, aggregate_id, message_type, correlation_key, payload, created_at,
                    next_attempt_at, parked_at, error)
                VALUES (:id, :id, 'review-decided', 'key', '{}', :now, :now, :now, 'refused for a test')
                """)
                .param("id", id)
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
