package io.rocketbots.onboarding.web.account;

import static io.rocketbots.onboarding.web.People.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.rocketbots.onboarding.kernel.id.PlatformId;
import io.rocketbots.onboarding.tenancy.account.Account;
import io.rocketbots.onboarding.tenancy.account.ResetPassword;
import io.rocketbots.onboarding.tenancy.account.Role;
import io.rocketbots.onboarding.tenancy.account.TokenKind;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import io.rocketbots.onboarding.web.People;
import io.rocketbots.onboarding.web.WholeApp;
import jakarta.servlet.http.Cookie;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WholeApp
class PasswordPageTest {

    private static final String NEW = "a brand new password";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    People people;

    @Autowired
    ResetPassword resetPassword;

    @Autowired
    JdbcClient jdbc;

    @Test
    void activatesAnAccountTellsTheProcessAndSignsIn() {
        Reseller reseller = people.invitedReseller();
        String link = activationLinkOf(reseller);

        assertThat(mvc.get().uri(link)).hasStatusOk().bodyText().contains("New Password", "Repeat Password");
        MvcTestResult done = setPassword(link, NEW, NEW);

        assertThat(done).hasStatus(HttpStatus.SEE_OTHER).hasRedirectedUrl("/reseller");
        assertThat(mvc.get().uri("/account").cookie(sessionOf(done))).hasStatusOk();
        assertThat(messagesAbout(reseller)).containsExactly("account-created", "account-activated");
    }

    @Test
    void activatesOnceOnly() {
        Reseller reseller = people.invitedReseller();
        String link = activationLinkOf(reseller);
        String laterLink = activationLinkOf(reseller);
        setPassword(laterLink, NEW, NEW);

        assertThat(setPassword(link, "yet another password", "yet another password"))
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(mvc.get().uri(laterLink))
                .hasStatus(HttpStatus.NOT_FOUND)
                .bodyText()
                .contains("Send New Link");
    }

    @Test
    void looksDeadOnAnotherPlatform() {
        Reseller reseller = people.invitedReseller();
        String domain = people.liveDomainOf(reseller);

        assertThat(mvc.get().uri("http://" + domain + activationLinkOf(reseller)))
                .hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void keepsTheLinkGoodWhenThePasswordIsNotTaken() {
        String link = activationLinkOf(people.invitedReseller());

        assertThat(setPassword(link, "short", "short"))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyText()
                .contains("Use at least 8 characters.");
        assertThat(setPassword(link, NEW, "something else"))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyText()
                .contains("This is not the same as the new password.");
        assertThat(setPassword(link, NEW, NEW)).hasStatus(HttpStatus.SEE_OTHER);
    }

    @Test
    void sendsANewLinkForADeadOneToTheAddressOnFile() {
        Reseller reseller = people.invitedReseller();
        Account account = people.accountOf(reseller);
        String link = activationLinkOf(reseller);

        MvcTestResult known = mvc.post().uri(link + "/new-link").with(csrf()).exchange();
        MvcTestResult unknown =
                mvc.post().uri("/activate/never-made/new-link").with(csrf()).exchange();

        assertThat(known).hasStatusOk().bodyText().contains("If we know you, a link is on its way to you.");
        assertThat(unknown).hasStatusOk().bodyText().contains("If we know you, a link is on its way to you.");
        assertThat(mailsTo(account)).containsExactly("activation-link");
    }

    @Test
    void answersTheSameWhetherOrNotThereIsAnAccount() throws Exception {
        Account account = people.active(Role.USER);

        MvcTestResult known = forgotPassword("localhost", account.email());
        MvcTestResult unknown = forgotPassword("localhost", "nobody@acme.example");

        assertThat(known).hasStatusOk();
        assertThat(unknown).hasStatusOk();
        assertThat(comparable(known)).isEqualTo(comparable(unknown));
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(mailsTo(account)).containsExactly("password-reset"));
    }

    @Test
    void mailsAnOwnerThreeLinksAnHourWhoeverAsksAndHow() throws Exception {
        Reseller reseller = people.activeReseller();
        Account account = people.accountOf(reseller);
        String dead = "/reset-password/" + people.link(account, PlatformId.ROCKETBOTS, TokenKind.RESET) + "/new-link";
        for (int i = 0; i < 4; i++) {
            assertThat(forgotPassword("localhost", account.email())).hasStatusOk();
            assertThat(mvc.post().uri(dead).with(csrf())).hasStatusOk();
        }
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(mailsTo(account)).hasSize(3));

        assertThat(comparable(forgotPassword(people.liveDomainOf(reseller), account.email())))
                .contains("If we know you, a link is on its way to you.");

        await().during(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(mailsTo(account)).hasSize(3));
    }

    @Test
    void mailsAnotherLinkAnHourLater() {
        Account account = people.active(Role.USER);
        for (int i = 0; i < 3; i++) {
            resetPassword.request(PlatformId.ROCKETBOTS, account.email());
        }
        jdbc.sql("UPDATE mail_message SET created_at = :then WHERE recipient = :recipient")
                .param("then", Timestamp.from(Instant.now().minus(Duration.ofMinutes(61))))
                .param("recipient", "account:" + account.id().value())
                .update();

        resetPassword.request(PlatformId.ROCKETBOTS, account.email());

        assertThat(mailsTo(account)).hasSize(4);
    }

    @Test
    void mailsNoMoreThanThreeWhenManyAskAtTheSameMoment() throws Exception {
        Account account = people.active(Role.USER);
        Runnable ask = () -> resetPassword.request(PlatformId.ROCKETBOTS, account.email());
        try (ExecutorService many = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 8; i++) {
                many.execute(ask);
            }
        }

        assertThat(mailsTo(account)).hasSize(3);
    }

    @Test
    void mailsAResellerFromThePlatformOnWhichTheyAsked() {
        Reseller reseller = people.activeReseller();
        Account account = people.accountOf(reseller);

        forgotPassword(people.liveDomainOf(reseller), account.email());

        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(jdbc.sql(
                                        "SELECT platform_id FROM mail_message WHERE recipient = :recipient")
                                .param("recipient", "account:" + account.id().value())
                                .query(java.util.UUID.class)
                                .list())
                        .containsExactly(reseller.id().value()));
    }

    @Test
    void resetsThePasswordEndsEverySessionAndTellsTheOwner() {
        Account account = people.active(Role.USER);
        Cookie session = sessionOf(signIn(account, PASSWORD));
        String link = "/reset-password/" + people.link(account, PlatformId.ROCKETBOTS, TokenKind.RESET);

        assertThat(setPassword(link, NEW, NEW)).hasStatus(HttpStatus.SEE_OTHER).hasRedirectedUrl("/sign-in");

        assertThat(mvc.get().uri("/account").cookie(session)).hasStatus3xxRedirection();
        assertThat(signIn(account, PASSWORD)).hasStatus(HttpStatus.UNAUTHORIZED);
        assertThat(signIn(account, NEW)).hasRedirectedUrl("/spaces");
        assertThat(mailsTo(account)).containsExactly("password-changed");
        assertThat(accessOf(account)).containsExactly("SIGNED_IN", "PASSWORD_RESET", "SIGN_IN_FAILED", "SIGNED_IN");
        assertThat(mvc.get().uri(link)).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void changesThePasswordAndStaysSignedInHereOnly() {
        Account account = people.active(Role.USER);
        Cookie elsewhere = sessionOf(signIn(account, PASSWORD));
        Cookie here = sessionOf(signIn(account, PASSWORD));

        MvcTestResult changed = changePassword(here, PASSWORD, NEW);

        assertThat(changed).hasStatus(HttpStatus.SEE_OTHER).hasRedirectedUrl("/account");
        assertThat(mvc.get().uri("/account").cookie(sessionOf(changed))).hasStatusOk();
        assertThat(mvc.get().uri("/account").cookie(elsewhere)).hasStatus3xxRedirection();
        assertThat(mailsTo(account)).containsExactly("password-changed");
    }

    @Test
    void changesNoPasswordWithoutThePresentOne() {
        Account account = people.active(Role.USER);
        Cookie session = sessionOf(signIn(account, PASSWORD));

        assertThat(changePassword(session, "not it", NEW))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyText()
                .contains("This is not your present password.");
    }

    @Test
    void slowsDownWhoeverGuessesThePresentPassword() {
        Account account = people.active(Role.USER);
        Cookie session = sessionOf(signIn(account, PASSWORD));
        for (int i = 0; i < 10; i++) {
            assertThat(changePassword(session, "guess " + i, NEW)).hasStatus(HttpStatus.BAD_REQUEST);
        }

        assertThat(changePassword(session, PASSWORD, NEW))
                .hasStatus(HttpStatus.TOO_MANY_REQUESTS)
                .containsHeader(HttpHeaders.RETRY_AFTER)
                .bodyText()
                .contains("There were too many wrong passwords. Try again in");
    }

    @Test
    void doesNotCountAPresentPasswordThatIsRight() {
        Account account = people.active(Role.USER);
        Cookie session = sessionOf(signIn(account, PASSWORD));

        for (int i = 0; i < 15; i++) {
            assertThat(changePassword(session, PASSWORD, "short")).bodyText().contains("Use at least 8 characters.");
        }
    }

    @Test
    void keepsWhatIsMailed() {
        Account account = people.active(Role.REVIEWER);
        Cookie session = sessionOf(signIn(account, PASSWORD));

        mvc.post().uri("/account/notifications").cookie(session).with(csrf()).exchange();

        assertThat(mvc.get().uri("/account").cookie(session))
                .bodyText()
                .containsPattern("id=\"notified\" name=\"notified\" value=\"true\" aria");
    }

    private String activationLinkOf(Reseller reseller) {
        return "/activate/" + people.link(people.accountOf(reseller), PlatformId.ROCKETBOTS, TokenKind.ACTIVATION);
    }

    private MvcTestResult setPassword(String link, String password, String repeated) {
        return mvc.post()
                .uri(link)
                .param("newPassword", password)
                .param("repeatPassword", repeated)
                .with(csrf())
                .exchange();
    }

    private MvcTestResult changePassword(Cookie session, String present, String next) {
        return mvc.post()
                .uri("/account/password")
                .cookie(session)
                .param("presentPassword", present)
                .param("newPassword", next)
                .param("repeatPassword", next)
                .with(csrf())
                .exchange();
    }

    private MvcTestResult forgotPassword(String host, String email) {
        return mvc.post()
                .uri("http://" + host + "/forgot-password")
                .param("email", email)
                .with(csrf())
                .exchange();
    }

    private MvcTestResult signIn(Account account, String password) {
        return mvc.post()
                .uri("/sign-in")
                .param("email", account.email())
                .param("password", password)
                .with(csrf())
                .exchange();
    }

    private List<String> mailsTo(Account account) {
        return jdbc.sql("SELECT template FROM mail_message WHERE recipient = :recipient ORDER BY seq")
                .param("recipient", "account:" + account.id().value())
                .query(String.class)
                .list();
    }

    private List<String> accessOf(Account account) {
        return jdbc.sql("SELECT what FROM access_entry WHERE account_id = :id ORDER BY seq")
                .param("id", account.id().value())
                .query(String.class)
                .list();
    }

    private List<String> messagesAbout(Reseller reseller) {
        return jdbc.sql("SELECT message_type FROM outbox WHERE aggregate_id = :id ORDER BY seq")
                .param("id", reseller.applicationId().value())
                .query(String.class)
                .list();
    }

    private static Cookie sessionOf(MvcTestResult result) {
        return Objects.requireNonNull(result.getResponse().getCookie("session"));
    }

    private static String comparable(MvcTestResult result) throws Exception {
        return result.getResponse()
                .getContentAsString()
                .replaceAll("(csrf-token\" content|name=\"_csrf\" value)=\"[^\"]*\"", "");
    }
}
