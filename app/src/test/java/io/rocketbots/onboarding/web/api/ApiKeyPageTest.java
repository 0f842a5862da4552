package io.rocketbots.onboarding.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.rocketbots.onboarding.integration.apikey.ApiKey;
import io.rocketbots.onboarding.integration.apikey.ApiKeys;
import io.rocketbots.onboarding.integration.apikey.ApiScope;
import io.rocketbots.onboarding.integration.apikey.RevokeApiKey;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import io.rocketbots.onboarding.tenancy.reseller.Resellers;
import io.rocketbots.onboarding.web.People;
import io.rocketbots.onboarding.web.WholeApp;
import jakarta.servlet.http.Cookie;
import java.time.Instant;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WholeApp
@Import(Programs.class)
@TestPropertySource(properties = "onboarding.rate-limits.api.count=30")
class ApiKeyPageTest {

    private static final String PROGRESS = "/api/v1/progress";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    People people;

    @Autowired
    Programs programs;

    @Autowired
    ApiKeys keys;

    @Autowired
    RevokeApiKey revokeApiKey;

    @Autowired
    Resellers resellers;

    @Autowired
    JdbcClient jdbc;

    @Test
    void showsANewKeyOnceAndKeepsOnlyItsHash() {
        Reseller acme = people.activeReseller();
        Cookie session = signedIn(acme);

        MvcTestResult made = mvc.post()
                .uri("/reseller/api-keys")
                .param("name", "Billing")
                .param("scopes", "spaces:read", "domain:write")
                .cookie(session)
                .with(csrf())
                .exchange();

        assertThat(made).hasStatus3xxRedirection().hasRedirectedUrl("/reseller#api-keys");
        String secret = secretIn(body(module(session, made)));
        assertThat(body(module(session))).contains("Billing", "spaces:read").doesNotContain(secret);
        assertThat(jdbc.sql("SELECT hash FROM api_key WHERE reseller_id = :id")
                        .param("id", acme.id().value())
                        .query(String.class)
                        .single())
                .isNotEqualTo(secret)
                .hasSize(64);
        assertThat(progress(secret)).hasStatusOk();
    }

    @Test
    void keepsWhatWasTypedBesideWhatIsMissing() {
        Cookie session = signedIn(people.activeReseller());

        assertThat(mvc.post()
                        .uri("/reseller/api-keys")
                        .param("name", "")
                        .param("scopes", "spaces:read")
                        .cookie(session)
                        .with(csrf()))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyText()
                .contains("Enter a name that tells which program", "id=\"scope-spaces-read\" checked");
        assertThat(mvc.post()
                        .uri("/reseller/api-keys")
                        .param("name", "Billing \"two\"")
                        .cookie(session)
                        .with(csrf()))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyText()
                .contains("Choose at least one thing", "value=\"Billing &quot;two&quot;\"");
    }

    @Test
    void revokesAKeyAtOnce() {
        Reseller acme = people.activeReseller();
        String secret = programs.keyOf(acme, ApiScope.SPACES_READ);
        Cookie session = signedIn(acme);
        ApiKey key = keys.of(acme.id()).getFirst();

        MvcTestResult revoked = mvc.post()
                .uri("/reseller/api-keys/{id}/revoke", key.id())
                .cookie(session)
                .with(csrf())
                .exchange();

        assertThat(revoked).hasStatus3xxRedirection();
        assertThat(body(module(session, revoked))).contains("is revoked").doesNotContain("…" + key.lastFour());
        assertThat(progress(secret)).hasStatus(HttpStatus.UNAUTHORIZED);
    }

    @Test
    void leavesTheKeysOfOthersAlone() {
        Reseller acme = people.activeReseller();
        String secret = programs.keyOf(acme, ApiScope.SPACES_READ);
        ApiKey key = keys.of(acme.id()).getFirst();

        assertThat(revokeApiKey.revoke(people.activeReseller(), key.id(), "Eve"))
                .isEmpty();

        assertThat(progress(secret)).hasStatusOk();
    }

    @Test
    void asksForAKeyInThePlaceOfASession() {
        Cookie session = signedIn(people.activeReseller());

        assertThat(mvc.get().uri(PROGRESS).cookie(session).accept("text/html"))
                .hasStatus(HttpStatus.UNAUTHORIZED)
                .hasHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"api\"")
                .hasContentTypeCompatibleWith("application/problem+json")
                .bodyJson()
                .extractingPath("type")
                .isEqualTo("urn:problem-type:key-needed");
    }

    @Test
    void answersWithoutSessionOrCookie() {
        String secret = programs.keyOf(people.activeReseller(), ApiScope.SPACES_READ);

        assertThat(progress(secret)).hasStatusOk().doesNotContainHeader(HttpHeaders.SET_COOKIE);
    }

    @Test
    void notesWhenAKeyWasUsedLast() {
        Reseller acme = people.activeReseller();
        String secret = programs.keyOf(acme, ApiScope.SPACES_READ);
        assertThat(keys.of(acme.id()).getFirst().lastUsedAt()).isNull();

        progress(secret);

        assertThat(keys.of(acme.id()).getFirst().lastUsedAt()).isNotNull();
    }

    @Test
    void worksOnTheResellersDomainToo() {
        Reseller acme = people.activeReseller();
        String own = people.liveDomainOf(acme);
        String secret = programs.keyOf(acme, ApiScope.SPACES_READ);

        assertThat(mvc.get().uri("http://" + own + PROGRESS).with(Programs.with(secret)))
                .hasStatusOk()
                .bodyText()
                .doesNotContainIgnoringCase("rocketbots");
    }

    @Test
    void isUnknownOnTheDomainOfAnotherReseller() {
        String foreign = people.liveDomainOf(people.activeReseller());
        String secret = programs.keyOf(people.activeReseller(), ApiScope.SPACES_READ);

        assertThat(mvc.get().uri("http://" + foreign + PROGRESS).with(Programs.with(secret)))
                .hasStatus(HttpStatus.UNAUTHORIZED);
    }

    @Test
    void opensNothingOnceTheResellerHasGone() {
        Reseller acme = people.activeReseller();
        String secret = programs.keyOf(acme, ApiScope.SPACES_READ);

        resellers.save(acme.cancel());

        assertThat(progress(secret)).hasStatus(HttpStatus.UNAUTHORIZED);
    }

    @Test
    void readsAndChangesNothingWhileTheResellerIsSuspended() {
        Reseller acme = people.activeReseller();
        String secret = programs.keyOf(acme, ApiScope.SPACES_READ);

        resellers.save(resellers.save(acme.goLive(Instant.now())).suspend());

        assertThat(progress(secret))
                .hasStatus(HttpStatus.FORBIDDEN)
                .bodyText()
                .contains("urn:problem-type:account-suspended");
    }

    @Test
    void mayDoWhatItsScopesSayAndNoMore() {
        Reseller acme = people.activeReseller();

        assertThat(mvc.get().uri("/api/v1/domain").with(programs.of(acme, ApiScope.SPACES_READ)))
                .hasStatus(HttpStatus.FORBIDDEN)
                .bodyText()
                .contains("urn:problem-type:not-allowed", "domain:read");
        assertThat(mvc.get().uri("/api/v1/domain").with(programs.of(acme, ApiScope.DOMAIN_WRITE)))
                .hasStatusOk();
        assertThat(mvc.put()
                        .uri("/api/v1/domain")
                        .contentType("application/json")
                        .content("{\"name\": \"chat.acme-shop.com\"}")
                        .with(programs.of(acme, ApiScope.DOMAIN_READ)))
                .hasStatus(HttpStatus.FORBIDDEN);
    }

    @Test
    void slowsAKeyDownThatCallsTooOften() {
        Reseller acme = people.activeReseller();
        String hasty = programs.keyOf(acme, ApiScope.SPACES_READ);
        for (int i = 0; i < 30; i++) {
            assertThat(progress(hasty)).hasStatusOk();
        }

        assertThat(progress(hasty)).hasStatus(HttpStatus.TOO_MANY_REQUESTS).containsHeader(HttpHeaders.RETRY_AFTER);
        assertThat(progress(programs.keyOf(acme, ApiScope.SPACES_READ))).hasStatusOk();
    }

    @Test
    void answersProblemsWhereverSomethingIsWrong() {
        Reseller acme = people.activeReseller();
        String secret = programs.keyOf(acme, ApiScope.DOMAIN_WRITE);

        assertThat(mvc.get()
                        .uri("/api/v1/nothing-here")
                        .with(Programs.with(secret))
                        .accept("text/html"))
                .hasStatus(HttpStatus.NOT_FOUND)
                .hasContentTypeCompatibleWith("application/problem+json");
        assertThat(mvc.get().uri("/api/nothing-here").accept("text/html"))
                .hasStatus(HttpStatus.NOT_FOUND)
                .hasContentTypeCompatibleWith("application/problem+json");
        assertThat(mvc.delete().uri("/api/v1/domain").with(Programs.with(secret)))
                .hasStatus(HttpStatus.METHOD_NOT_ALLOWED)
                .containsHeader(HttpHeaders.ALLOW)
                .hasContentTypeCompatibleWith("application/problem+json");
        assertThat(mvc.put()
                        .uri("/api/v1/domain")
                        .contentType("text/plain")
                        .content("x")
                        .with(Programs.with(secret)))
                .hasStatus(HttpStatus.UNSUPPORTED_MEDIA_TYPE)
                .hasContentTypeCompatibleWith("application/problem+json");
        assertThat(mvc.get().uri("http://stranger.example/api/v1/domain"))
                .hasStatus(HttpStatus.MISDIRECTED_REQUEST)
                .hasContentTypeCompatibleWith("application/problem+json");
    }

    private MvcTestResult progress(String key) {
        return mvc.get().uri(PROGRESS).with(Programs.with(key)).exchange();
    }

    private MvcTestResult module(Cookie session) {
        return mvc.get().uri("/reseller").cookie(session).exchange();
    }

    /** As the browser shows it that follows the redirect. */
    private MvcTestResult module(Cookie session, MvcTestResult after) {
        Cookie flash = Objects.requireNonNull(after.getResponse().getCookie("flash"));
        return mvc.get().uri("/reseller").cookie(session, flash).exchange();
    }

    private static String body(MvcTestResult result) {
        return assertThat(result).hasStatusOk().bodyText().actual();
    }

    private static String secretIn(String page) {
        Matcher shown = Pattern.compile("<code id=\"new-api-key\">(key_[\\w-]{43})</code>")
                .matcher(page);
        assertThat(shown.find()).isTrue();
        return shown.group(1);
    }

    private Cookie signedIn(Reseller reseller) {
        MvcTestResult signedIn = mvc.post()
                .uri("/sign-in")
                .param("email", people.accountOf(reseller).email())
                .param("password", People.PASSWORD)
                .with(csrf())
                .exchange();
        return Objects.requireNonNull(signedIn.getResponse().getCookie("session"));
    }
}
