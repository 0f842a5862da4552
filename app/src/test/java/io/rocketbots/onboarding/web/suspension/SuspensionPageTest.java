package io.rocketbots.onboarding.web.suspension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.rocketbots.onboarding.kernel.id.ResellerId;
import io.rocketbots.onboarding.lifecycle.suspension.SuspendReseller;
import io.rocketbots.onboarding.lifecycle.suspension.SuspensionDraft;
import io.rocketbots.onboarding.lifecycle.suspension.Suspensions.Actor;
import io.rocketbots.onboarding.tenancy.account.Account;
import io.rocketbots.onboarding.tenancy.account.Role;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import io.rocketbots.onboarding.tenancy.reseller.ResellerState;
import io.rocketbots.onboarding.tenancy.reseller.Resellers;
import io.rocketbots.onboarding.web.People;
import io.rocketbots.onboarding.web.WholeApp;
import jakarta.servlet.http.Cookie;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WholeApp
class SuspensionPageTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    People people;

    @Autowired
    Resellers resellers;

    @Autowired
    SuspendReseller suspendReseller;

    private Reseller reseller;
    private String domain;
    private Account lead;
    private String path;

    @BeforeEach
    void aLivePlatform() {
        Reseller active = people.activeReseller();
        domain = people.liveDomainOf(active);
        reseller = resellers.save(active.goLive(Instant.now()));
        lead = people.active(Role.TEAM_LEAD);
        path = "/team/resellers/" + reseller.id().value();
    }

    @Test
    void aLeadSuspendsWithCategoryAndReason() {
        Cookie session = signIn("localhost", lead);

        assertThat(mvc.get().uri(path).cookie(session))
                .hasStatusOk()
                .bodyText()
                .contains("data-dialog=\"suspend-dialog\"", "<dialog");
        assertThat(post(session, path + "/suspend").param("category", "UNPAID").param("reason", "Invoice 17 is open."))
                .hasStatus(HttpStatus.SEE_OTHER);

        assertThat(state()).isEqualTo(ResellerState.SUSPENDED);
        assertThat(mvc.get().uri(path).cookie(session))
                .bodyText()
                .contains("Invoice 17 is open.", "Resume", "Correct Reason")
                .doesNotContain("suspend-dialog\"");
        assertThat(mvc.get()
                        .uri(
                                "/team/resellers?state=SUSPENDED&q={id}",
                                reseller.id().value())
                        .cookie(session))
                .bodyText()
                .contains(domain);
    }

    @Test
    void faultsStandAtTheFieldsAndNothingTypedIsLost() {
        Cookie session = signIn("localhost", lead);
        String tooLong = "x".repeat(257);

        MvcTestResult answer =
                post(session, path + "/suspend").param("reason", tooLong).exchange();

        assertThat(answer)
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyText()
                .contains("Choose what kind of reason it is.", "at most 256 characters", tooLong)
                .containsPattern("<dialog id=\"suspend-dialog\"[^>]* open");
        assertThat(state()).isEqualTo(ResellerState.LIVE);
    }

    @Test
    void onlyALeadSuspends() {
        Cookie session = signIn("localhost", people.active(Role.REVIEWER));

        assertThat(post(session, path + "/suspend").param("category", "UNPAID").param("reason", "No."))
                .hasStatus(HttpStatus.FORBIDDEN);
        assertThat(post(session, path + "/resume")).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(mvc.get().uri(path).cookie(session)).bodyText().doesNotContain("suspend-dialog");
    }

    @Test
    void whoeverComesTooLateIsToldSo() {
        Cookie session = signIn("localhost", lead);
        suspend();

        assertThat(post(session, path + "/suspend").param("category", "ABUSE").param("reason", "Spam."))
                .hasStatus(HttpStatus.CONFLICT)
                .bodyText()
                .contains("Somebody was faster");
    }

    @Test
    void everyPageOfThePlatformShowsTheNoticeWithoutNamingTheSupplier() {
        suspend();

        for (String page :
                new String[] {"/", "/sign-in", "/spaces", "/reseller", "/guides/custom-domain", "/no-such"}) {
            assertThat(at(domain, page))
                    .as(page)
                    .hasStatus(HttpStatus.FORBIDDEN)
                    .hasHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                    .bodyText()
                    .contains("is not available at the moment")
                    .doesNotContainIgnoringCase("rocketbots", "suspend", "Invoice");
        }
        assertThat(at(domain, "/sign-in").getResponse().getHeader("Content-Security-Policy"))
                .contains("default-src 'self'");
        assertThat(mvc.post().uri("http://" + domain + "/sign-in"))
                .hasStatus(HttpStatus.FORBIDDEN)
                .bodyText()
                .contains("is not available at the moment");
        assertThat(at(domain, "/css/onboarding.css")).hasStatusOk();
        assertThat(at(domain, "/brand/theme.css")).hasStatusOk();
    }

    @Test
    void theApiAnswersWithAProblem() {
        suspend();

        assertThat(at(domain, "/api/v1/spaces"))
                .hasStatus(HttpStatus.FORBIDDEN)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
                .bodyJson()
                .extractingPath("$.title")
                .isEqualTo("Platform not available");
    }

    @Test
    void sessionsOnThePlatformEndAndStayEndedAfterResuming() {
        Cookie there = signIn(domain, people.accountOf(reseller));
        assertThat(at(domain, "/reseller", there)).hasStatusOk();

        suspend();
        suspendReseller.resume(reseller.id(), actor());

        assertThat(at(domain, "/reseller", there)).hasStatus3xxRedirection();
        assertThat(at(domain, "/sign-in")).hasStatusOk();
    }

    @Test
    void theModuleCanOnlyBeReadAndSaysWhy() {
        Cookie own = signIn("localhost", people.accountOf(reseller));
        suspend();

        assertThat(mvc.get().uri("/reseller").cookie(own))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "Your platform is suspended",
                        "Invoice 17 is open.",
                        "<fieldset class=\"module-read-only\" disabled>")
                .containsOnlyOnce("Download Your Data");
        assertThat(post(own, "/reseller/domain").param("domain", "other.localhost"))
                .hasStatus(HttpStatus.CONFLICT)
                .bodyText()
                .contains("Nothing was changed");
        assertThat(post(own, "/reseller/no-such-thing")).hasStatus(HttpStatus.CONFLICT);
        assertThat(post(own, "/reseller/domain/check").header("HX-Request", "true"))
                .hasStatus(HttpStatus.CONFLICT)
                .hasHeader("HX-Redirect", "/reseller");
    }

    private void suspend() {
        suspendReseller.suspend(reseller.id(), new SuspensionDraft("UNPAID", "Invoice 17 is open."), actor());
    }

    private Actor actor() {
        return new Actor(lead.id(), lead.name());
    }

    private ResellerState state() {
        return resellers.get(new ResellerId(reseller.id().value())).state();
    }

    private MvcTestResult at(String host, String page) {
        return mvc.get()
                .uri("http://" + host + page)
                .accept(MediaType.TEXT_HTML)
                .exchange();
    }

    private MvcTestResult at(String host, String page, Cookie session) {
        return mvc.get()
                .uri("http://" + host + page)
                .accept(MediaType.TEXT_HTML)
                .cookie(session)
                .exchange();
    }

    private MockMvcTester.MockMvcRequestBuilder post(Cookie session, String address) {
        return mvc.post().uri(address).cookie(session).with(csrf());
    }

    private Cookie signIn(String host, Account account) {
        MvcTestResult in = mvc.post()
                .uri("http://" + host + "/sign-in")
                .param("email", account.email())
                .param("password", People.PASSWORD)
                .with(csrf())
                .exchange();
        return Objects.requireNonNull(in.getResponse().getCookie("session"));
    }
}
