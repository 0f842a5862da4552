package io.rocketbots.onboarding.web.account;

import static io.rocketbots.onboarding.web.Visit.body;
import static org.assertj.core.api.Assertions.assertThat;

import io.rocketbots.onboarding.tenancy.account.Account;
import io.rocketbots.onboarding.tenancy.account.Role;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import io.rocketbots.onboarding.web.People;
import io.rocketbots.onboarding.web.Visit;
import io.rocketbots.onboarding.web.WholeApp;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.SessionRepository;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WholeApp
class SessionsPageTest {

    private static final String FIREFOX =
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0";
    private static final String IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 26_0 like Mac OS X) AppleWebKit/605.1.15"
            + " (KHTML, like Gecko) Version/26.0 Mobile/15E148 Safari/604.1";

    private static final Pattern END = Pattern.compile("action=\"(/account/sessions/[0-9a-f-]{36}/end)\"");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SessionRepository<?> sessions;

    @Test
    void areListedAsTheirOwnerKnowsThem() {
        Account ada = people.active(Role.USER);
        signedIn(ada, IPHONE);
        Visit here = signedIn(ada, FIREFOX);
        signedIn(people.active(Role.USER), "Somebody else");

        String page = body(here.get("/account"));

        assertThat(page)
                .containsPattern("Firefox on Windows</strong> <span class=\"badge[^\"]*\">This device")
                .contains("Safari on iPhone", "network 127.0.0.0/16", "Sign Out Everywhere Else")
                .doesNotContain("127.0.0.1", "Somebody else");
        assertThat(endsOn(page)).as("not for this one").hasSize(1);
    }

    @Test
    void offersNothingToEndWhereThereIsOnlyThisOne() {
        assertThat(body(signedIn(people.active(Role.USER), FIREFOX).get("/account")))
                .contains("Firefox on Windows")
                .doesNotContain("Sign Out Everywhere Else");
    }

    @Test
    void areEndedOneByOne() {
        Account ada = people.active(Role.USER);
        Visit lost = signedIn(ada, IPHONE);
        Visit here = signedIn(ada, FIREFOX);
        String end = endsOn(body(here.get("/account"))).getFirst();

        assertThat(here.post(end)).hasRedirectedUrl("/account#sessions");

        assertThat(lost.isSignedIn()).isFalse();
        assertThat(body(here.get("/account")))
                .contains("That session has ended.")
                .doesNotContain("Safari on iPhone");
        assertThat(here.post(end)).as("pressed twice").hasStatus(HttpStatus.SEE_OTHER);
        assertThat(accessOf(ada)).containsExactly("SIGNED_IN", "SIGNED_IN", "SESSIONS_ENDED");
    }

    @Test
    void areEndedEverywhereElse() {
        Reseller acme = people.brandedReseller();
        Account ada = people.accountOf(acme);
        Visit onTheirDomain = new Visit(mvc, people.liveDomainOf(acme)).with(IPHONE);
        onTheirDomain.signIn(ada.email());
        Visit other = signedIn(ada, "curl/8.0");
        Visit here = signedIn(ada, FIREFOX);

        assertThat(here.post("/account/sessions/end-others")).hasRedirectedUrl("/account#sessions");

        assertThat(here.get("/account")).bodyText().contains("2 sessions have ended.");
        assertThat(onTheirDomain.isSignedIn()).isFalse();
        assertThat(other.isSignedIn()).isFalse();
        assertThat(here.isSignedIn()).isTrue();
        here.post("/account/sessions/end-others");
        assertThat(here.get("/account")).bodyText().contains("You are signed in nowhere else.");
    }

    @Test
    void ofAResellerAreSeenOnBothHosts() {
        Reseller acme = people.brandedReseller();
        String domain = people.liveDomainOf(acme);
        Account ada = people.accountOf(acme);
        Visit here = signedIn(ada, FIREFOX);
        Visit there = new Visit(mvc, domain).with(IPHONE);
        there.signIn(ada.email());

        assertThat(here.get("/account")).bodyText().contains("Safari on iPhone</strong> at " + domain);
        assertThat(there.get("/account"))
                .bodyText()
                .contains("Firefox on Windows</strong> at the platform provider")
                .doesNotContainIgnoringCase("rocketbots");
    }

    @Test
    void areNobodyElsesToEnd() {
        Account ada = people.active(Role.USER);
        signedIn(ada, IPHONE);
        Visit adas = signedIn(ada, FIREFOX);
        Visit stranger = signedIn(people.active(Role.USER), FIREFOX);

        stranger.post(endsOn(body(adas.get("/account"))).getFirst());
        stranger.post("/account/sessions/" + UUID.randomUUID() + "/end");
        stranger.post("/account/sessions/end-others");

        assertThat(endsOn(body(adas.get("/account")))).hasSize(1);
        assertThat(stranger.post("/account/sessions/none/end")).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void endAbsolutelyAfterThirtyDays() {
        Visit visit = signedIn(people.active(Role.USER), FIREFOX);

        visit.age(sessions, Duration.ofDays(30).minusMinutes(5));
        assertThat(visit.isSignedIn()).isTrue();
        visit.age(sessions, Duration.ofMinutes(10));
        assertThat(visit.isSignedIn()).isFalse();
    }

    @Test
    void thatAreTooOldAreNotListed() {
        Account ada = people.active(Role.USER);
        signedIn(ada, IPHONE).age(sessions, Duration.ofDays(31));

        assertThat(endsOn(body(signedIn(ada, FIREFOX).get("/account")))).isEmpty();
    }

    @Test
    void goOnWhenALaterReleaseHasAddedToThem() {
        Account ada = people.active(Role.USER);
        Visit later = signedIn(ada, IPHONE);
        later.rewrite(sessions, "signed-in", text -> text + " passkey");
        later.rewrite(sessions, "device", text -> text + "\nBerlin");

        assertThat(later.get("/account")).hasStatusOk().bodyText().contains("Safari on iPhone</strong>");
        Visit here = signedIn(ada, FIREFOX);
        here.post(endsOn(body(here.get("/account"))).getFirst());
        assertThat(later.isSignedIn()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "signed in", "a b c d e f g", "1-2-3-4-5 1-2-3-4-5 0 0 99999999999999999 0 code"})
    void thatOnlyAnotherReleaseCanReadAreOver(String text) {
        Account ada = people.active(Role.USER);
        Visit other = signedIn(ada, IPHONE);
        other.rewrite(sessions, "signed-in", former -> text);

        assertThat(other.isSignedIn()).isFalse();
        assertThat(endsOn(body(signedIn(ada, FIREFOX).get("/account")))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "phone", "phone\nSafari\n10.0.0.0"})
    void whoseOriginOnlyAnotherReleaseCanReadEndWithTheOthers(String text) {
        Account ada = people.active(Role.USER);
        Visit other = signedIn(ada, IPHONE);
        other.rewrite(sessions, "device", former -> text);

        assertThat(other.get("/account")).hasStatusOk();
        Visit visit = signedIn(ada, FIREFOX);
        assertThat(endsOn(body(visit.get("/account")))).isEmpty();
        visit.post("/account/sessions/end-others");
        assertThat(other.isSignedIn()).isFalse();
    }

    @Test
    void endEverywhereElseWithANewPassword() {
        Reseller acme = people.brandedReseller();
        Account ada = people.accountOf(acme);
        Visit there = new Visit(mvc, people.liveDomainOf(acme));
        there.signIn(ada.email());
        Visit here = signedIn(ada, FIREFOX);

        here.post(
                "/account/password",
                "presentPassword",
                People.PASSWORD,
                "newPassword",
                "a brand new password",
                "repeatPassword",
                "a brand new password");

        assertThat(there.isSignedIn()).isFalse();
        assertThat(here.isSignedIn()).isTrue();
        assertThat(endsOn(body(here.get("/account")))).isEmpty();
    }

    private Visit signedIn(Account account, String userAgent) {
        Visit visit = new Visit(mvc).with(userAgent);
        visit.signIn(account.email());
        return visit;
    }

    private static List<String> endsOn(String page) {
        return END.matcher(page).results().map(found -> found.group(1)).toList();
    }

    private List<String> accessOf(Account account) {
        return jdbc.sql("SELECT what FROM access_entry WHERE account_id = :id ORDER BY seq")
                .param("id", account.id().value())
                .query(String.class)
                .list();
    }
}
