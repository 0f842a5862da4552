package io.rocketbots.onboarding.web.suspension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.rocketbots.onboarding.admission.application.ApplicationState;
import io.rocketbots.onboarding.admission.application.Applications;
import io.rocketbots.onboarding.lifecycle.offboarding.Offboarding;
import io.rocketbots.onboarding.lifecycle.offboarding.OffboardingLifecycle;
import io.rocketbots.onboarding.lifecycle.offboarding.OffboardingState;
import io.rocketbots.onboarding.lifecycle.offboarding.Offboardings;
import io.rocketbots.onboarding.tenancy.account.Account;
import io.rocketbots.onboarding.tenancy.account.Role;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import io.rocketbots.onboarding.tenancy.reseller.Resellers;
import io.rocketbots.onboarding.web.People;
import io.rocketbots.onboarding.web.WholeApp;
import jakarta.servlet.http.Cookie;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Objects;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

@WholeApp
class OffboardingPageTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    People people;

    @Autowired
    Resellers resellers;

    @Autowired
    Applications applications;

    @Autowired
    Offboardings offboardings;

    @Autowired
    OffboardingLifecycle offboardingLifecycle;

    @Autowired
    TransactionTemplate transaction;

    private Reseller reseller;
    private String path;

    @BeforeEach
    void aLiveReseller() {
        reseller = resellers.save(people.activeReseller().goLive(Instant.now()));
        path = "/team/resellers/" + reseller.id().value() + "/offboarding";
    }

    @Test
    void aLeadStartsItAndTakesItBack() {
        Cookie lead = signIn(people.active(Role.TEAM_LEAD));

        assertThat(mvc.get().uri(path).cookie(lead))
                .bodyText()
                .containsPattern("<dialog id=\"offboard-dialog\"[^>]* open");
        assertThat(post(lead, path).param("reason", "Out of business.")).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(open().byReseller()).isFalse();
        assertThat(post(lead, path).param("reason", "Once more.")).hasStatus(HttpStatus.CONFLICT);
        assertThat(post(lead, path + "/withdraw")).hasStatus(HttpStatus.SEE_OTHER);

        assertThat(open().state()).isEqualTo(OffboardingState.WITHDRAWN);
        assertThat(post(lead, path + "/withdraw")).hasStatus(HttpStatus.CONFLICT);
    }

    @Test
    void aLeadSaysWhy() {
        Cookie lead = signIn(people.active(Role.TEAM_LEAD));

        assertThat(post(lead, path).param("reason", " "))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyText()
                .contains("Write why, for whoever confirms it.");
        assertThat(post(signIn(people.active(Role.REVIEWER)), path).param("reason", "No."))
                .hasStatus(HttpStatus.FORBIDDEN);
    }

    @Test
    void theOwnerLeavesByTypingTheNameAndStaysAfterAll() {
        Cookie owner = signIn(people.accountOf(reseller));

        assertThat(post(owner, "/reseller/offboarding").param("brandName", "Wrong"))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyText()
                .contains("Type the name exactly: Acme", "value=\"Wrong\"")
                .containsPattern("<dialog [^>]*id=\"leave-program\"[^>]* open>");
        assertThat(post(owner, "/reseller/offboarding").param("brandName", "acme"))
                .hasStatus(HttpStatus.SEE_OTHER);
        closed();
        assertThat(mvc.get().uri("/reseller").cookie(owner))
                .hasStatusOk()
                .bodyText()
                .contains("Your platform is about to end", "Stay with Us")
                .containsOnlyOnce("Download Your Data");
        assertThat(post(owner, "/reseller/domain").param("domain", "other.localhost"))
                .hasStatus(HttpStatus.CONFLICT);

        assertThat(post(owner, "/reseller/offboarding/withdraw")).hasStatus(HttpStatus.SEE_OTHER);

        assertThat(open().state()).isEqualTo(OffboardingState.WITHDRAWN);
    }

    @Test
    void theResellerDoesNotTakeBackWhatTheTeamBegan() {
        Cookie owner = signIn(people.accountOf(reseller));
        post(signIn(people.active(Role.TEAM_LEAD)), path)
                .param("reason", "Abuse.")
                .exchange();
        assertThat(mvc.get().uri("/reseller").cookie(owner)).bodyText().doesNotContain("Abuse.", "about to end");
        closed();

        assertThat(mvc.get().uri("/reseller").cookie(owner))
                .bodyText()
                .contains("Do you think this is a mistake?")
                .doesNotContain("Stay with Us");
        post(owner, "/reseller/offboarding/withdraw").exchange();

        assertThat(open().state()).isEqualTo(OffboardingState.GRACE);
    }

    @Test
    void closesTheAccountBeforeThePlatformIsLive() {
        Reseller early = people.activeReseller();
        Cookie owner = signIn(people.accountOf(early));

        assertThat(mvc.get().uri("/reseller").cookie(owner))
                .bodyText()
                .contains("Close Account")
                .doesNotContain("Leave the Program");
        assertThat(post(owner, "/reseller/close-account").param("brandName", early.companyName()))
                .hasStatus(HttpStatus.SEE_OTHER);

        assertThat(applications.get(early.applicationId()).state()).isEqualTo(ApplicationState.CANCELLING);
        assertThat(mvc.get().uri("/reseller").cookie(owner)).bodyText().contains("Your account is being closed.");
    }

    @Test
    void closesNoAccountWhoseNameWasNotTyped() {
        Reseller early = people.activeReseller();

        assertThat(post(signIn(people.accountOf(early)), "/reseller/close-account")
                        .param("brandName", "Another \"name\""))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyText()
                .contains("Type the name exactly: ", "value=\"Another &quot;name&quot;\"");

        assertThat(applications.get(early.applicationId()).state()).isEqualTo(ApplicationState.APPROVED);
    }

    @Test
    void onlyTheOwnerClosesTheAccount() {
        Reseller early = people.activeReseller();
        Account member = people.active(Role.USER, Role.RESELLER);
        resellers.save(resellers.get(early.id()).admit(member.id(), Instant.now()));
        Cookie session = signIn(member);

        assertThat(mvc.get().uri("/reseller").cookie(session))
                .bodyText()
                .contains("can close the account.")
                .doesNotContain("action=\"/reseller/close-account\"");
        assertThat(post(session, "/reseller/close-account").param("brandName", early.companyName()))
                .hasStatus(HttpStatus.FORBIDDEN);

        assertThat(applications.get(early.applicationId()).state()).isEqualTo(ApplicationState.APPROVED);
    }

    @Test
    void theDataComesAsAZip() throws IOException {
        MvcTestResult data = mvc.get()
                .uri("/reseller/data.zip")
                .cookie(signIn(people.accountOf(reseller)))
                .exchange();

        assertThat(data).hasStatusOk().hasContentType(MediaType.valueOf("application/zip"));
        try (ZipInputStream zip =
                new ZipInputStream(new ByteArrayInputStream(data.getResponse().getContentAsByteArray()))) {
            assertThat(Objects.requireNonNull(zip.getNextEntry()).getName()).isEqualTo("company.json");
        }
    }

    private Offboarding open() {
        return offboardings.openOf(reseller.id()).orElseThrow();
    }

    private void closed() {
        transaction.executeWithoutResult(status -> offboardingLifecycle.suspend(open().id()));
    }

    private MockMvcTester.MockMvcRequestBuilder post(Cookie session, String address) {
        return mvc.post().uri(address).cookie(session).with(csrf());
    }

    private Cookie signIn(Account account) {
        MvcTestResult in = mvc.post()
                .uri("/sign-in")
                .param("email", account.email())
                .param("password", People.PASSWORD)
                .with(csrf())
                .exchange();
        return Objects.requireNonNull(in.getResponse().getCookie("session"));
    }
}
