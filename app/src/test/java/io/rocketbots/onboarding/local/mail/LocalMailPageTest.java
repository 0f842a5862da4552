package io.rocketbots.onboarding.local.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.rocketbots.onboarding.web.WholeApp;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WholeApp
@ActiveProfiles("local")
@TestPropertySource(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:local-mail;MODE=PostgreSQL;DB_CLOSE_DELAY=-1",
            "onboarding.local.engine.enabled=false",
            "onboarding.local.data-directory=target/local-mail-page-test",
            "onboarding.local.smtp-port=0",
            "onboarding.local.dns-port=0",
            "onboarding.internal-port=0",
            "server.port=0",
            "management.server.port=0"
        })
class LocalMailPageTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    CaughtMails mails;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void emptyTheMailbox() {
        jdbc.sql("DELETE FROM caught_mail").update();
    }

    @Test
    void saysThatThereIsNoMailYet() {
        assertThat(mvc.get().uri("/local/mail")).hasStatusOk().bodyText().contains("No mail yet.");
    }

    @Test
    void listsTheNewestMailFirst() {
        caught("ada@acme.example", "First");
        caught("bob@bolt.example", "Second");

        assertThat(mvc.get().uri("/local/mail")).hasStatusOk().bodyText().containsSubsequence("Second", "First");
    }

    @Test
    void showsMailToOneAddressOnly() {
        caught("ada@acme.example", "First");
        caught("bob@bolt.example", "Second");

        assertThat(mvc.get().uri("/local/mail?to=ADA@acme.example"))
                .bodyText()
                .contains("First")
                .doesNotContain("Second");
    }

    @Test
    void showsAMailInASandbox() {
        UUID mail = caught("ada@acme.example", "First");

        assertThat(mvc.get().uri("/local/mail/" + mail))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "<iframe",
                        "sandbox=\"allow-scripts allow-popups allow-popups-to-escape-sandbox\"",
                        "help@acme.example");
        assertThat(mvc.get().uri("/local/mail/" + mail + "?part=text"))
                .bodyText()
                .contains("Hello &lt;Ada&gt;");
    }

    @Test
    void letsAMailLookAsItLikesAndRunNothing() {
        UUID mail = caught("ada@acme.example", "First");

        assertThat(mvc.get().uri("/local/mail/" + mail + "/html"))
                .hasStatusOk()
                .hasHeader(
                        "Content-Security-Policy",
                        "default-src 'none'; img-src * data:; style-src 'unsafe-inline'; frame-ancestors 'self';"
                                + " sandbox allow-scripts allow-popups allow-popups-to-escape-sandbox")
                .bodyText()
                .isEqualTo("<html><head><base target=\"_blank\"></head><body>Hello</body></html>");
    }

    @Test
    void givesMailsToTools() {
        UUID mail = caught("ada@acme.example", "First");

        assertThat(mvc.get().uri("/local/mail.json?to=ada@acme.example"))
                .hasStatusOk()
                .bodyJson()
                .isStrictlyEqualTo("""
                        [{"id": "%s", "to": "ada@acme.example",
                          "from": "\\"Acme Chat\\" <no-reply@mail.platform-post.example>", "subject": "First",
                          "text": "Hello <Ada>", "html": "<html><head></head><body>Hello</body></html>",
                          "sentAt": "2026-03-02T08:00:00Z"}]
                        """.formatted(mail));
    }

    @Test
    void givesMailsToABrowserToo() {
        assertThat(mvc.get().uri("/local/mail.json").header("Accept", "text/html"))
                .hasStatusOk()
                .hasContentType("application/json");
    }

    @Test
    void keepsAMailThatComesTwiceOnce() {
        CaughtMail mail = mail("ada@acme.example", "First");
        mails.keep("<same@mail.platform-post.example>", mail);
        mails.keep("<same@mail.platform-post.example>", mail("ada@acme.example", "First"));

        assertThat(mails.to("ada@acme.example")).containsExactly(mail);
    }

    @Test
    void keepsTheNewestThousandMails() {
        for (int i = 0; i < 1002; i++) {
            caught("ada@acme.example", Integer.toString(i));
        }

        mails.deleteOldest();

        assertThat(jdbc.sql("SELECT subject FROM caught_mail ORDER BY seq")
                        .query(String.class)
                        .list())
                .hasSize(1000)
                .startsWith("2")
                .endsWith("1001");
    }

    @Test
    void goesBackToTheListWhenAMailIsGone() {
        assertThat(mvc.get().uri("/local/mail/" + UUID.randomUUID())).hasStatus3xxRedirection();
        assertThat(mvc.get().uri("/local/mail/" + UUID.randomUUID() + "/html")).hasStatus(HttpStatus.NOT_FOUND);
    }

    private UUID caught(String to, String subject) {
        CaughtMail mail = mail(to, subject);
        mails.keep("<" + mail.id() + "@mail.platform-post.example>", mail);
        return mail.id();
    }

    private static CaughtMail mail(String to, String subject) {
        return new CaughtMail(
                UUID.randomUUID(),
                to,
                "\"Acme Chat\" <no-reply@mail.platform-post.example>",
                "help@acme.example",
                subject,
                "Hello <Ada>",
                "<html><head></head><body>Hello</body></html>",
                Instant.parse("2026-03-02T08:00:00Z"));
    }
}
