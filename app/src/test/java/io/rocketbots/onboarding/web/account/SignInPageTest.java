package io.rocketbots.onboarding.web.account;

import static io.rocketbots.onboarding.web.People.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.rocketbots.onboarding.tenancy.account.Account;
import io.rocketbots.onboarding.tenancy.account.Accounts;
import io.rocketbots.onboarding.tenancy.account.Role;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import io.rocketbots.onboarding.web.People;
import io.rocketbots.onboarding.web.WholeApp;
import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WholeApp
class SignInPageTest {

    private static final String ROCKETBOTS = "localhost";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    People people;

    @Autowired
    Accounts accounts;

    @Test
    void leadsEveryRoleToItsStartPage() {
        assertThat(startPageOf(people.active(Role.REVIEWER))).isEqualTo("/team/tasks");
        assertThat(startPageOf(people.active(Role.TEAM_LEAD))).isEqualTo("/team/tasks");
        assertThat(startPageOf(people.active(Role.OPS))).isEqualTo("/team/ops");
        assertThat(startPageOf(people.active(Role.RESELLER, Role.USER))).isEqualTo("/reseller");
        assertThat(startPageOf(people.active(Role.USER))).isEqualTo("/spaces");
    }

    @Test
    void leadsToThePageThatWasAskedFor() {
        Account account = people.active(Role.USER);
        MvcTestResult turnedAway =
                mvc.get().uri("/account").accept(MediaType.TEXT_HTML).exchange();

        MvcTestResult in = signIn(ROCKETBOTS, account.email(), PASSWORD, askedForIn(turnedAway));

        assertThat(in).hasRedirectedUrl("/account");
        assertThat(in.getResponse().getCookie("next"))
                .isNotNull()
                .extracting(Cookie::getMaxAge)
                .isEqualTo(0);
    }

    @Test
    void doesNotLeadToAPageOfAnotherRole() {
        Account account = people.active(Role.USER);
        MvcTestResult turnedAway =
                mvc.get().uri("/team/tasks").accept(MediaType.TEXT_HTML).exchange();

        MvcTestResult in = signIn(ROCKETBOTS, account.email(), PASSWORD, askedForIn(turnedAway));

        assertThat(in).hasRedirectedUrl("/spaces");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//elsewhere.example/",
                "/\\elsewhere.example/",
                "https://elsewhere.example/account",
                "account",
                "/account\r\nSet-Cookie: a=b",
                "/no-such-page",
                "/sign-out"
            })
    void doesNotLeadElsewhereWhateverTheCookieSays(String path) {
        Account account = people.active(Role.USER);
        Cookie planted = new Cookie(
                "next", Base64.getUrlEncoder().withoutPadding().encodeToString(path.getBytes(StandardCharsets.UTF_8)));

        assertThat(signIn(ROCKETBOTS, account.email(), PASSWORD, planted)).hasRedirectedUrl("/spaces");
        assertThat(signIn(ROCKETBOTS, account.email(), PASSWORD, new Cookie("next", "%%%")))
                .hasRedirectedUrl("/spaces");
    }

    @Test
    void saysTheSameToAWrongPasswordAndAnUnknownEmail() throws Exception {
        Account account = people.active(Role.USER);

        MvcTestResult wrong = signIn(ROCKETBOTS, account.email(), "wrong password", null);
        MvcTestResult unknown = signIn(ROCKETBOTS, "nobody@acme.example", "wrong password", null);

        assertThat(wrong).hasStatus(HttpStatus.UNAUTHORIZED);
        assertThat(unknown).hasStatus(HttpStatus.UNAUTHORIZED);
        assertThat(comparable(wrong, account.email())).isEqualTo(comparable(unknown, "nobody@acme.example"));
    }

    @Test
    void letsNobodyInWhoseAccountHasNoPassword() {
        Account invited = people.accountOf(people.invitedReseller());

        assertThat(signIn(ROCKETBOTS, invited.email(), "", null)).hasStatus(HttpStatus.UNAUTHORIZED);
        assertThat(signIn(ROCKETBOTS, invited.email(), "nobody has this password", null))
                .hasStatus(HttpStatus.UNAUTHORIZED);
    }

    @Test
    void givesTheSessionANewIdAndANeutralHostOnlyCookie() {
        Account account = people.active(Role.USER);
        Cookie before = sessionOf(signIn(ROCKETBOTS, account.email(), PASSWORD, null));

        MvcTestResult in = signIn(ROCKETBOTS, account.email(), PASSWORD, before);

        Cookie after = sessionOf(in);
        assertThat(after.getValue()).isNotEqualTo(before.getValue());
        assertThat(after.getDomain()).isNull();
        assertThat(after.isHttpOnly()).isTrue();
        assertThat(page(ROCKETBOTS, "/account", before)).hasStatus3xxRedirection();
        assertThat(page(ROCKETBOTS, "/account", after)).hasStatusOk();
    }

    @Test
    void signsAResellerInOnBothPlatformsAndNowhereElse() {
        Reseller reseller = people.activeReseller();
        String email = people.accountOf(reseller).email();
        String own = people.liveDomainOf(reseller);
        String others = people.liveDomainOf(people.activeReseller());

        assertThat(signIn(ROCKETBOTS, email, PASSWORD, null)).hasRedirectedUrl("/reseller");
        assertThat(signIn(own, email, PASSWORD, null)).hasRedirectedUrl("/reseller");
        assertThat(signIn(others, email, PASSWORD, null)).hasStatus(HttpStatus.UNAUTHORIZED);
    }

    @Test
    void keepsTheTeamOffResellersDomains() {
        String domain = people.liveDomainOf(people.activeReseller());

        assertThat(signIn(domain, people.active(Role.REVIEWER).email(), PASSWORD, null))
                .hasStatus(HttpStatus.UNAUTHORIZED);
        assertThat(mvc.get().uri("http://" + domain + "/team/tasks")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(mvc.get().uri("http://" + domain + "/reseller-program")).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void refusesASessionOfAnotherPlatform() {
        Reseller reseller = people.activeReseller();
        String own = people.liveDomainOf(reseller);
        Cookie onRocketbots =
                sessionOf(signIn(ROCKETBOTS, people.accountOf(reseller).email(), PASSWORD, null));

        assertThat(page(ROCKETBOTS, "/account", onRocketbots)).hasStatusOk();
        assertThat(page(own, "/account", onRocketbots))
                .hasStatus3xxRedirection()
                .hasRedirectedUrl("/sign-in");
    }

    @Test
    void showsNothingOfTheSupplierOnAResellersDomain() {
        String domain = people.liveDomainOf(people.activeReseller());

        assertThat(mvc.get().uri("http://" + domain + "/sign-in"))
                .hasStatusOk()
                .bodyText()
                .doesNotContainIgnoringCase("rocketbots");
    }

    @Test
    void endsTheSessionOfADisabledAccountAtOnce() {
        Account account = people.active(Role.USER);
        Cookie session = sessionOf(signIn(ROCKETBOTS, account.email(), PASSWORD, null));

        accounts.save(accounts.get(account.id()).disable());

        assertThat(page(ROCKETBOTS, "/account", session)).hasStatus3xxRedirection();
    }

    @Test
    void opensPagesByRole() {
        Cookie reviewer =
                sessionOf(signIn(ROCKETBOTS, people.active(Role.REVIEWER).email(), PASSWORD, null));
        Cookie user = sessionOf(signIn(ROCKETBOTS, people.active(Role.USER).email(), PASSWORD, null));

        assertThat(page(ROCKETBOTS, "/team/ops", reviewer)).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(page(ROCKETBOTS, "/reseller", reviewer)).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(page(ROCKETBOTS, "/team/tasks", user)).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(page(ROCKETBOTS, "/spaces", user)).hasStatusOk();
    }

    @Test
    void takesNoFormWithoutItsCsrfToken() {
        assertThat(mvc.post().uri("/sign-in").param("email", "ada@acme.example").param("password", PASSWORD))
                .hasStatus(HttpStatus.FORBIDDEN);
    }

    @Test
    void slowsDownWhoeverGuesses() {
        String email = "guessed-" + UUID.randomUUID() + "@acme.example";
        for (int i = 0; i < 10; i++) {
            signIn(ROCKETBOTS, email, "guess number " + i, null);
        }

        assertThat(signIn(ROCKETBOTS, email, "the next guess", null))
                .hasStatus(HttpStatus.TOO_MANY_REQUESTS)
                .containsHeader(HttpHeaders.RETRY_AFTER);
    }

    @Test
    void signsOut() {
        Account account = people.active(Role.USER);
        Cookie session = sessionOf(signIn(ROCKETBOTS, account.email(), PASSWORD, null));

        assertThat(mvc.post().uri("/sign-out").cookie(session).with(csrf()))
                .hasStatus(HttpStatus.SEE_OTHER)
                .hasRedirectedUrl("/sign-in");

        assertThat(page(ROCKETBOTS, "/account", session)).hasStatus3xxRedirection();
    }

    @Test
    void redirectsWhatWasPostedSoThatItIsNotPostedAgain() {
        Account account = people.active(Role.USER);

        assertThat(signIn(ROCKETBOTS, account.email(), PASSWORD, null)).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(mvc.get().uri("/")).hasStatus(HttpStatus.FOUND);
    }

    @Test
    void putsTheSafetyHeadersOnEveryPage() {
        assertThat(mvc.get().uri("/sign-in"))
                .hasHeader("X-Content-Type-Options", "nosniff")
                .hasHeader("Referrer-Policy", "same-origin")
                .headers()
                .hasHeaderSatisfying(
                        "Content-Security-Policy",
                        policy -> assertThat(policy.getFirst())
                                .contains("default-src 'self'", "frame-ancestors 'self'")
                                .doesNotContain("unsafe"));
    }

    private String startPageOf(Account account) {
        return Objects.requireNonNull(signIn(ROCKETBOTS, account.email(), PASSWORD, null)
                .getResponse()
                .getRedirectedUrl());
    }

    private MvcTestResult signIn(String host, String email, String password, @Nullable Cookie session) {
        var request = mvc.post()
                .uri("http://" + host + "/sign-in")
                .param("email", email)
                .param("password", password)
                .with(csrf());
        return session == null ? request.exchange() : request.cookie(session).exchange();
    }

    private MvcTestResult page(String host, String path, Cookie session) {
        return mvc.get().uri("http://" + host + path).cookie(session).exchange();
    }

    private static Cookie askedForIn(MvcTestResult turnedAway) {
        return Objects.requireNonNull(turnedAway.getResponse().getCookie("next"));
    }

    private static Cookie sessionOf(MvcTestResult result) {
        return Objects.requireNonNull(result.getResponse().getCookie("session"));
    }

    private static String comparable(MvcTestResult result, String email) throws Exception {
        return result.getResponse()
                .getContentAsString()
                .replace(email, "")
                .replaceAll("(csrf-token\" content|name=\"_csrf\" value)=\"[^\"]*\"", "");
    }
}
