package io.rocketbots.onboarding.web.account;

import static io.rocketbots.onboarding.web.Visit.body;
import static org.assertj.core.api.Assertions.assertThat;

import io.rocketbots.onboarding.kernel.id.PlatformId;
import io.rocketbots.onboarding.tenancy.account.Account;
import io.rocketbots.onboarding.tenancy.account.Role;
import io.rocketbots.onboarding.tenancy.account.TokenKind;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import io.rocketbots.onboarding.web.AuthenticatorApp;
import io.rocketbots.onboarding.web.People;
import io.rocketbots.onboarding.web.Visit;
import io.rocketbots.onboarding.web.WholeApp;
import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.SessionRepository;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WholeApp
class SecondFactorPageTest {

    private static final Pattern SEALED = Pattern.compile("name=\"sealed\" value=\"([^\"]+)\"");
    private static final Pattern RECOVERY_CODE = Pattern.compile("<li><code>([a-z2-7-]{19})</code></li>");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SessionRepository<?> sessions;

    /** An app that is set up, and what was shown then. */
    private record SetUp(AuthenticatorApp app, List<String> recoveryCodes) {}

    @Test
    void isSetUpWithACodeOfTheAppAndShowsTheRecoveryCodesOnce() {
        Account ada = people.active(Role.USER);
        Visit visit = signedIn(ada);
        assertThat(visit.get("/account")).bodyText().contains("Set Up Second Factor");

        String page = body(visit.post("/account/second-factor"));
        MvcTestResult done = confirm(visit, page, AuthenticatorApp.toldBy(page).code());

        assertThat(page).contains("<svg", "QR code for your authenticator app").doesNotContain("style=");
        assertThat(done)
                .hasStatusOk()
                .hasHeader(HttpHeaders.CACHE_CONTROL, "no-cache, no-store, max-age=0, must-revalidate");
        List<String> codes = recoveryCodesOn(done);
        assertThat(codes).hasSize(10);
        assertThat(visit.get("/account"))
                .bodyText()
                .contains("You have 10 of 10 recovery codes left", "New Recovery Codes", "Turn Off")
                .doesNotContain(codes);
        assertThat(accessOf(ada)).contains("SECOND_FACTOR_SET_UP");
        assertThat(mailsTo(ada)).containsExactly("second-factor-set-up");
    }

    @Test
    void keepsTheSecretOnThePageAfterAWrongCode() {
        Visit visit = signedIn(people.active(Role.USER));
        String page = body(visit.post("/account/second-factor"));
        AuthenticatorApp app = AuthenticatorApp.toldBy(page);

        MvcTestResult wrong = confirm(visit, page, "12345");

        assertThat(wrong)
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyText()
                .contains("This is not the code that the app shows now.", "aria-invalid=\"true\"");
        assertThat(AuthenticatorApp.toldBy(body(wrong)).code()).isEqualTo(app.code());
        assertThat(confirm(visit, body(wrong), app.code()))
                .hasStatusOk()
                .bodyText()
                .contains("Your Recovery Codes");
    }

    @Test
    void worksInTwoTabsThatBothShowASecret() {
        Visit visit = signedIn(people.active(Role.USER));
        String first = body(visit.post("/account/second-factor"));
        String second = body(visit.post("/account/second-factor"));

        assertThat(confirm(visit, first, AuthenticatorApp.toldBy(first).code()))
                .bodyText()
                .contains("Your Recovery Codes");
        assertThat(confirm(visit, first, AuthenticatorApp.toldBy(first).code()))
                .as("pressed twice")
                .hasStatus(HttpStatus.SEE_OTHER)
                .hasRedirectedUrl("/account#second-factor");
        assertThat(second).isNotEqualTo(first);
    }

    @Test
    void beginsAnewWhenThePageIsNotFromHere() {
        Visit visit = signedIn(people.active(Role.USER));

        assertThat(visit.post("/account/second-factor/confirm", "sealed", "made up", "code", "123456"))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyText()
                .contains("This page was open for too long", "<svg");
    }

    @Test
    void signsInInTwoStepsAndLeadsToThePageThatWasAskedFor() {
        Account ada = people.active(Role.USER);
        AuthenticatorApp app = setUp(ada).app();
        Visit visit = new Visit(mvc);
        visit.get("/account");

        assertThat(visit.signIn(ada.email())).hasStatus(HttpStatus.SEE_OTHER).hasRedirectedUrl("/sign-in/code");
        assertThat(visit.get("/sign-in/code")).hasStatusOk().bodyText().contains("Enter Your Code", "one-time-code");
        assertThat(visit.post("/sign-in/code", "code", app.nextCode())).hasRedirectedUrl("/account");
        assertThat(visit.isSignedIn()).isTrue();
        assertThat(visit.get("/sign-in/code")).as("who is in goes on").hasRedirectedUrl("/spaces");
        assertThat(accessOf(ada)).endsWith("SIGNED_IN");
    }

    @Test
    void opensNothingBetweenTheTwoSteps() {
        Account ada = people.active(Role.USER);
        setUp(ada);
        Visit visit = new Visit(mvc);
        visit.signIn(ada.email());

        assertThat(visit.get("/account")).hasRedirectedUrl("/sign-in");
        assertThat(visit.get("/spaces")).hasRedirectedUrl("/sign-in");
        assertThat(visit.post("/account/second-factor/turn-off")).hasRedirectedUrl("/sign-in");
        assertThat(visit.get("/sign-in/second-factor")).as("another one").hasRedirectedUrl("/sign-in");
        assertThat(accessOf(ada)).as("is no sign-in yet").containsOnlyOnce("SIGNED_IN");
    }

    @Test
    void refusesWrongCodesNextToTheField() {
        Account ada = people.active(Role.USER);
        setUp(ada);
        Visit visit = new Visit(mvc);
        visit.signIn(ada.email());

        for (String typed : List.of("", "000000", "abc", "a".repeat(9_000), "１２３４５６")) {
            assertThat(visit.post("/sign-in/code", "code", typed))
                    .hasStatus(HttpStatus.UNAUTHORIZED)
                    .bodyText()
                    .contains("This code is not right.", "aria-invalid=\"true\"");
        }
        assertThat(visit.isSignedIn()).isFalse();
    }

    @Test
    void takesACodeThatSomebodyHasOverseenNoSecondTime() {
        Account ada = people.active(Role.USER);
        AuthenticatorApp app = setUp(ada).app();
        String code = app.nextCode();
        Visit owner = new Visit(mvc);
        owner.signIn(ada.email());
        owner.post("/sign-in/code", "code", code);
        Visit thief = new Visit(mvc);
        thief.signIn(ada.email());

        assertThat(thief.post("/sign-in/code", "code", code))
                .hasStatus(HttpStatus.UNAUTHORIZED)
                .bodyText()
                .contains("This code was used already.");
        assertThat(thief.isSignedIn()).isFalse();
        assertThat(owner.isSignedIn()).isTrue();
    }

    @Test
    void makesWaitWhoeverGuessesFromWhateverAddressAndLetsTheOwnerInByARecoveryCode() {
        Account ada = people.active(Role.USER);
        SetUp known = setUp(ada);
        for (int guess = 0; guess < 5; guess++) {
            Visit thief = new Visit(mvc);
            thief.signIn(ada.email());
            thief.post("/sign-in/code", "code", "00000" + guess);
        }
        Visit visit = new Visit(mvc);
        visit.signIn(ada.email());

        assertThat(visit.post("/sign-in/code", "code", known.app().nextCode()))
                .hasStatus(HttpStatus.TOO_MANY_REQUESTS)
                .containsHeader(HttpHeaders.RETRY_AFTER)
                .bodyText()
                .contains("That was wrong too often. Try again in");
        assertThat(visit.post("/sign-in/code", "code", known.recoveryCodes().getFirst()))
                .hasRedirectedUrl("/spaces");
        assertThat(mailsTo(ada)).contains("recovery-code-used");
        assertThat(accessOf(ada)).endsWith("RECOVERY_CODE_USED", "SIGNED_IN");
    }

    @Test
    void takesARecoveryCodeOnce() {
        Account ada = people.active(Role.USER);
        String code = setUp(ada).recoveryCodes().get(4);
        Visit first = new Visit(mvc);
        first.signIn(ada.email());
        first.post("/sign-in/code", "code", code);
        Visit second = new Visit(mvc);
        second.signIn(ada.email());

        assertThat(first.isSignedIn()).isTrue();
        assertThat(second.post("/sign-in/code", "code", code)).hasStatus(HttpStatus.UNAUTHORIZED);
    }

    @Test
    void goesOnInASecondTab() {
        Account ada = people.active(Role.USER);
        AuthenticatorApp app = setUp(ada).app();
        Visit visit = new Visit(mvc);
        visit.signIn(ada.email());
        visit.signIn(ada.email());

        assertThat(visit.post("/sign-in/code", "code", app.nextCode())).hasRedirectedUrl("/spaces");
        assertThat(visit.post("/sign-in/code", "code", app.nextCode()))
                .as("the form of the other tab")
                .hasRedirectedUrl("/spaces");
    }

    @Test
    void beginsWithThePasswordAfterTenMinutesOrANewPassword() {
        Account ada = people.active(Role.USER);
        SetUp known = setUp(ada);
        Visit slow = new Visit(mvc);
        slow.signIn(ada.email());
        slow.age(sessions, Duration.ofMinutes(11));
        Visit overtaken = new Visit(mvc);
        overtaken.signIn(ada.email());
        jdbc.sql("UPDATE account SET session_generation = session_generation + 1 WHERE id = :id")
                .param("id", ada.id().value())
                .update();

        assertThat(slow.post("/sign-in/code", "code", known.app().nextCode())).hasRedirectedUrl("/sign-in");
        assertThat(overtaken.post("/sign-in/code", "code", known.app().nextCode()))
                .hasRedirectedUrl("/sign-in");
        assertThat(new Visit(mvc).post("/sign-in/code", "code", "123456")).hasRedirectedUrl("/sign-in");
    }

    @Test
    void givesTheSessionANewIdWithEachStep() {
        Account ada = people.active(Role.USER);
        AuthenticatorApp app = setUp(ada).app();
        Visit visit = new Visit(mvc);
        visit.get("/account");
        Visit planted = visit.copy();
        visit.signIn(ada.email());
        Visit halfway = visit.copy();
        visit.post("/sign-in/code", "code", app.nextCode());

        assertThat(visit.isSignedIn()).isTrue();
        assertThat(planted.isSignedIn()).isFalse();
        assertThat(halfway.isSignedIn()).isFalse();
    }

    @Test
    void isTurnedOff() {
        Account ada = people.active(Role.USER);
        Visit visit = signedIn(ada);
        setUp(visit);

        assertThat(visit.post("/account/second-factor/turn-off")).hasRedirectedUrl("/account#second-factor");

        assertThat(visit.get("/account"))
                .bodyText()
                .contains("Your second factor is turned off.", "Set Up Second Factor");
        assertThat(new Visit(mvc).signIn(ada.email())).hasRedirectedUrl("/spaces");
        assertThat(mailsTo(ada)).containsExactly("second-factor-set-up", "second-factor-turned-off");
        assertThat(accessOf(ada)).contains("SECOND_FACTOR_TURNED_OFF");
        assertThat(visit.post("/account/second-factor/turn-off")).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(visit.post("/account/second-factor/recovery-codes")).hasStatus(HttpStatus.SEE_OTHER);
    }

    @Test
    void isAskedForAfterAMailedLinkHasSetANewPassword() {
        Account ada = people.active(Role.USER);
        setUp(ada);
        String link = "/reset-password/" + people.link(ada, PlatformId.ROCKETBOTS, TokenKind.RESET);
        Visit visit = new Visit(mvc);

        visit.post(link, "newPassword", "a brand new password", "repeatPassword", "a brand new password");

        assertThat(visit.post("/sign-in", "email", ada.email(), "password", "a brand new password"))
                .hasRedirectedUrl("/sign-in/code");
    }

    @Test
    void makesNewRecoveryCodes() {
        Account ada = people.active(Role.USER);
        Visit visit = signedIn(ada);
        SetUp known = setUp(visit);

        List<String> codes = recoveryCodesOn(visit.post("/account/second-factor/recovery-codes"));

        assertThat(codes).hasSize(10).doesNotContainAnyElementsOf(known.recoveryCodes());
        Visit other = new Visit(mvc);
        other.signIn(ada.email());
        assertThat(other.post("/sign-in/code", "code", known.recoveryCodes().getFirst()))
                .hasStatus(HttpStatus.UNAUTHORIZED);
        assertThat(other.post("/sign-in/code", "code", codes.getFirst())).hasRedirectedUrl("/spaces");
    }

    @Test
    void countsOnBothHostsOfAResellerAndNamesNobodyElseThere() {
        Reseller reseller = people.brandedReseller();
        String domain = people.liveDomainOf(reseller);
        Account ada = people.accountOf(reseller);
        Visit there = new Visit(mvc, domain);
        there.signIn(ada.email());

        String page = body(there.post("/account/second-factor"));
        MvcTestResult done = confirm(there, page, AuthenticatorApp.toldBy(page).code());

        assertThat(page).contains("the app shows for Bright Chat").doesNotContainIgnoringCase("rocketbots");
        assertThat(body(done)).doesNotContainIgnoringCase("rocketbots");
        assertThat(new Visit(mvc).signIn(ada.email())).hasRedirectedUrl("/sign-in/code");
        Visit again = new Visit(mvc, domain);
        assertThat(again.signIn(ada.email())).hasRedirectedUrl("/sign-in/code");
        assertThat(again.get("/sign-in/code")).bodyText().doesNotContainIgnoringCase("rocketbots");
    }

    @Test
    void leadsBackToTheAccountWhoeverReloadsThePage() {
        Visit visit = signedIn(people.active(Role.USER));

        assertThat(visit.get("/account/second-factor")).hasRedirectedUrl("/account#second-factor");
        assertThat(visit.get("/account/second-factor/confirm")).hasRedirectedUrl("/account#second-factor");
    }

    private Visit signedIn(Account account) {
        Visit visit = new Visit(mvc);
        visit.signIn(account.email());
        return visit;
    }

    private SetUp setUp(Account account) {
        return setUp(signedIn(account));
    }

    private static SetUp setUp(Visit visit) {
        String page = body(visit.post("/account/second-factor"));
        AuthenticatorApp app = AuthenticatorApp.toldBy(page);
        return new SetUp(app, recoveryCodesOn(confirm(visit, page, app.code())));
    }

    private static MvcTestResult confirm(Visit visit, String page, String code) {
        Matcher sealed = SEALED.matcher(page);
        assertThat(sealed.find()).as(page).isTrue();
        return visit.post("/account/second-factor/confirm", "sealed", sealed.group(1), "code", code);
    }

    private static List<String> recoveryCodesOn(MvcTestResult result) {
        return RECOVERY_CODE
                .matcher(body(result))
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
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
}
