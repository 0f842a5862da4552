package io.rocketbots.onboarding.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.rocketbots.onboarding.integration.apikey.ApiKey;
import io.rocketbots.onboarding.integration.apikey.ApiKeys;
import io.rocketbots.onboarding.tenancy.account.Account;
import io.rocketbots.onboarding.tenancy.account.Role;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import io.rocketbots.onboarding.web.AuthenticatorApp;
import io.rocketbots.onboarding.web.People;
import io.rocketbots.onboarding.web.Visit;
import io.rocketbots.onboarding.web.WholeApp;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.session.SessionRepository;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@WholeApp
class ReauthenticationPageTest {

    private static final Duration LONG_AGO = Duration.ofMinutes(11);
    private static final Pattern SEALED = Pattern.compile("name=\"sealed\" value=\"([^\"]+)\"");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    People people;

    @Autowired
    ApiKeys keys;

    @Autowired
    SessionRepository<?> sessions;

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Test
    void keepsWhatWasTypedAndDoesItOnceThePasswordIsGiven() {
        Reseller acme = people.activeReseller();
        Visit visit = signedInLongAgo(acme);

        MvcTestResult asked = visit.post(
                "/reseller/api-keys", "name", "Billing \"two\"", "scopes", "spaces:read", "scopes", "domain:write");

        assertThat(asked)
                .hasStatus(HttpStatus.FORBIDDEN)
                .bodyText()
                .contains(
                        "<h1>Confirm It Is You</h1>",
                        "To create an API key,",
                        "action=\"/reseller/api-keys\"",
                        "name=\"name\" value=\"Billing &quot;two&quot;\"",
                        "name=\"scopes\" value=\"spaces:read\"",
                        "name=\"scopes\" value=\"domain:write\"",
                        "href=\"/reseller#api-keys\"")
                .doesNotContain("confirmCode");
        assertThat(keys.of(acme.id())).isEmpty();

        MvcTestResult done = visit.post(
                "/reseller/api-keys",
                "name",
                "Billing \"two\"",
                "scopes",
                "spaces:read",
                "scopes",
                "domain:write",
                "confirmPassword",
                People.PASSWORD);

        assertThat(done).hasStatus(HttpStatus.SEE_OTHER).hasRedirectedUrl("/reseller#api-keys");
        assertThat(keys.of(acme.id())).extracting(ApiKey::name).containsExactly("Billing \"two\"");
        assertThat(visit.post("/reseller/api-keys", "name", "Another", "scopes", "spaces:read"))
                .as("asks no second time within ten minutes")
                .hasStatus(HttpStatus.SEE_OTHER);
    }

    @Test
    void asksAgainAfterAWrongPasswordAndKeepsWhatWasTyped() {
        Reseller acme = people.activeReseller();
        Visit visit = signedInLongAgo(acme);

        MvcTestResult wrong = visit.post(
                "/reseller/api-keys", "name", "Billing", "scopes", "spaces:read", "confirmPassword", "not it");

        assertThat(wrong)
                .hasStatus(HttpStatus.UNAUTHORIZED)
                .bodyText()
                .contains("This is not your password.", "name=\"name\" value=\"Billing\"")
                .doesNotContain("not it");
        assertThat(keys.of(acme.id())).isEmpty();
        assertThat(visit.post("/reseller/api-keys", "name", "Billing", "scopes", "spaces:read"))
                .as("the session is no fresher")
                .hasStatus(HttpStatus.FORBIDDEN);
    }

    @Test
    void asksForACodeTooWhereThereIsASecondFactor() {
        Reseller acme = people.activeReseller();
        Visit visit = new Visit(mvc);
        visit.signIn(people.accountOf(acme).email());
        String page = Visit.body(visit.post("/account/second-factor"));
        AuthenticatorApp app = AuthenticatorApp.toldBy(page);
        Matcher sealed = SEALED.matcher(page);
        assertThat(sealed.find()).isTrue();
        visit.post("/account/second-factor/confirm", "sealed", sealed.group(1), "code", app.code());
        visit.age(sessions, LONG_AGO);

        assertThat(visit.post("/reseller/api-keys", "name", "Billing", "confirmPassword", People.PASSWORD))
                .hasStatus(HttpStatus.UNAUTHORIZED)
                .bodyText()
                .contains("This code is not right.", "name=\"confirmCode\"", "name=\"name\" value=\"Billing\"");
        MvcTestResult done = visit.post(
                "/reseller/api-keys",
                "name",
                "Billing",
                "scopes",
                "spaces:read",
                "confirmPassword",
                People.PASSWORD,
                "confirmCode",
                app.nextCode());
        assertThat(done).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(keys.of(acme.id())).hasSize(1);
    }

    @Test
    void slowsDownWhoeverGuessesThePasswordInAnOpenSession() {
        Reseller acme = people.activeReseller();
        Visit visit = signedInLongAgo(acme);
        for (int guess = 0; guess < 10; guess++) {
            visit.post("/reseller/api-keys", "confirmPassword", "guess " + guess);
        }

        assertThat(visit.post("/reseller/api-keys", "confirmPassword", People.PASSWORD))
                .hasStatus(HttpStatus.TOO_MANY_REQUESTS)
                .containsHeader(HttpHeaders.RETRY_AFTER)
                .bodyText()
                .contains("That was wrong too often.");
    }

    @ParameterizedTest
    @CsvSource({
        "/reseller/api-keys",
        "/reseller/api-keys/{id}/revoke",
        "/reseller/webhooks",
        "/reseller/webhooks/{id}/secret",
        "/reseller/webhooks/{id}/remove",
        "/reseller/offboarding",
        "/reseller/close-account",
        "/account/second-factor",
        "/account/second-factor/confirm",
        "/account/second-factor/recovery-codes",
        "/account/second-factor/turn-off",
        "/account/sessions/{id}/end",
        "/account/sessions/end-others"
    })
    void isAskedOnBothHostsAndNamesNoSupplierOnAResellers(String path) {
        Reseller acme = people.brandedReseller();
        String domain = people.liveDomainOf(acme);
        String address = path.replace("{id}", UUID.randomUUID().toString());
        Visit there = new Visit(mvc, domain);
        there.signIn(people.accountOf(acme).email());
        there.age(sessions, LONG_AGO);

        assertThat(signedInLongAgo(acme).post(address))
                .hasStatus(HttpStatus.FORBIDDEN)
                .bodyText()
                .contains("Confirm It Is You");
        assertThat(there.post(address))
                .hasStatus(HttpStatus.FORBIDDEN)
                .bodyText()
                .contains("Confirm It Is You", "Bright Chat")
                .doesNotContainIgnoringCase("rocketbots");
    }

    @ParameterizedTest
    @CsvSource({
        "/team/resellers/{id}/offboarding, TEAM_LEAD, /team/resellers/{id}",
        "/team/tasks/{id}/decide, TEAM_LEAD, /team/tasks/{id}",
        "/team/ops/team/{id}/reset-second-factor, OPS, /team/ops/team"
    })
    void isAskedOfTheTeam(String path, Role role, String back) {
        Account lead = people.active(role);
        String id = UUID.randomUUID().toString();
        Visit visit = new Visit(mvc);
        visit.signIn(lead.email());
        visit.age(sessions, LONG_AGO);

        assertThat(visit.post(path.replace("{id}", id), "decision", "confirm", "reason", "Not paid <since> May"))
                .hasStatus(HttpStatus.FORBIDDEN)
                .bodyText()
                .contains(
                        "Confirm It Is You",
                        "value=\"Not paid &lt;since&gt; May\"",
                        "href=\"" + back.replace("{id}", id) + "\"");
        assertThat(visit.post(path.replace("{id}", id), "decision", "confirm", "confirmPassword", People.PASSWORD))
                .as("then it is looked whether there is such a thing")
                .hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void isAskedForNoOtherDecision() {
        Visit visit = new Visit(mvc);
        visit.signIn(people.active(Role.REVIEWER).email());
        visit.age(sessions, LONG_AGO);

        assertThat(visit.post("/team/tasks/" + UUID.randomUUID() + "/decide", "decision", "approve"))
                .hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void doesNothingForWhoeverIsNotSignedIn() {
        Reseller acme = people.activeReseller();

        assertThat(new Visit(mvc)
                        .post(
                                "/reseller/api-keys",
                                "name",
                                "Billing",
                                "scopes",
                                "spaces:read",
                                "confirmPassword",
                                People.PASSWORD))
                .hasRedirectedUrl("/sign-in");
        assertThat(keys.of(acme.id())).isEmpty();
    }

    /** The list above is whole: whoever adds one puts it there, too. */
    @Test
    void goesOnPostsOnly() {
        Map<RequestMappingInfo, HandlerMethod> handlers = requestMappingHandlerMapping.getHandlerMethods();

        List<Map.Entry<RequestMappingInfo, HandlerMethod>> guarded = handlers.entrySet().stream()
                .filter(entry -> entry.getValue().hasMethodAnnotation(RequiresReauthentication.class))
                .toList();

        assertThat(guarded)
                .hasSize(16)
                .allSatisfy(
                        entry -> assertThat(entry.getKey().getMethodsCondition().getMethods())
                                .containsExactly(RequestMethod.POST));
    }

    private Visit signedInLongAgo(Reseller reseller) {
        Visit visit = new Visit(mvc);
        visit.signIn(people.accountOf(reseller).email());
        visit.age(sessions, LONG_AGO);
        return visit;
    }
}
