package io.rocketbots.onboarding.web.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import com.google.common.net.InetAddresses;
import io.rocketbots.onboarding.admission.application.Applications;
import io.rocketbots.onboarding.admission.application.ProgressLinks;
import io.rocketbots.onboarding.launch.domain.CustomDomain;
import io.rocketbots.onboarding.launch.domain.CustomDomains;
import io.rocketbots.onboarding.launch.domain.Diagnosis;
import io.rocketbots.onboarding.launch.domain.DomainCheck;
import io.rocketbots.onboarding.launch.domain.DomainChecks;
import io.rocketbots.onboarding.launch.domain.DomainLinks;
import io.rocketbots.onboarding.launch.domain.DomainProofs;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import io.rocketbots.onboarding.web.People;
import io.rocketbots.onboarding.web.WholeApp;
import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

@WholeApp
class CustomDomainPageTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    People people;

    @Autowired
    CustomDomains domains;

    @Autowired
    DomainChecks checks;

    @Autowired
    DomainLinks links;

    @Autowired
    DomainProofs proofs;

    @Autowired
    Applications applications;

    @Autowired
    ProgressLinks progressLinks;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TlsPermissionController permission;

    @Test
    void asksForADomainAtFirst() {
        Cookie session = signedIn(people.activeReseller());

        assertThat(module(session))
                .hasStatusOk()
                .bodyText()
                .contains("Custom Domain Name", "Not Set", "name=\"domain\"");
    }

    @Test
    void showsTheRecordToSet() {
        Reseller acme = people.activeReseller();
        Cookie session = signedIn(acme);

        assertThat(save(session, "https://Chat.Acme-Shop.com/x")).hasStatus(HttpStatus.SEE_OTHER);

        assertThat(module(session))
                .bodyText()
                .contains(
                        "Waiting for DNS",
                        "chat.acme-shop.com",
                        acme.cnameLabel(),
                        "Check Now",
                        "Change Domain",
                        "Copy Link for Your DNS Administrator");
    }

    @Test
    void keepsWhatWasTypedBesideWhyItWasNotTaken() {
        Cookie session = signedIn(people.activeReseller());

        assertThat(save(session, "chat.acme.con"))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyText()
                .contains("value=\"chat.acme.con\"", "There is no top-level domain");
    }

    @Test
    void saysWhatStandsInDnsAndWhoseTurnItIs() {
        Reseller acme = people.activeReseller();
        Cookie session = signedIn(acme);
        save(session, "chat.wrong-target.com");
        logs(acme, new Diagnosis(Diagnosis.Kind.WRONG_TARGET, List.of("shops.other.com"), "wrong-target.com", null));

        assertThat(module(session))
                .bodyText()
                .contains("Your turn", "leads to shops.other.com instead of", "Asked ns1.other.com");
        assertThat(status(session, "")).hasStatusOk();
    }

    @Test
    void saysEverywhereThatTheTeamHelpsAndThatNobodyLooksMeanwhile() {
        Reseller acme = people.activeReseller();
        Cookie session = signedIn(acme);
        save(session, "chat.helped-shop.com");
        logs(acme, new Diagnosis(Diagnosis.Kind.WRONG_TARGET, List.of("shops.other.com"), "helped-shop.com", null));
        Instant longAgo = Instant.parse("2026-03-02T09:00:00Z");
        transaction.executeWithoutResult(
                status -> domains.save(present(acme).startSetup(7, Duration.ofDays(30), longAgo)));

        assertThat(module(session))
                .bodyText()
                .contains(
                        "<p>The CNAME record for chat.helped-shop.com was not there in time. Our team is looking at this with you",
                        "<p class=\"diagnosis-what\">Our team is looking at this with you.</p>",
                        "press Check Now")
                .doesNotContain("Next check at", "We look for it");
        String progress =
                progressLinks.linkFor(applications.get(acme.applicationId())).getPath();
        assertThat(mvc.get().uri(progress))
                .bodyText()
                .contains("Our team is looking at this with you")
                .doesNotContain("We look for your CNAME record");
    }

    @Test
    void sendsNothingWhenThePageShowsItAlready() {
        Reseller acme = people.activeReseller();
        Cookie session = signedIn(acme);
        save(session, "chat.unchanged-shop.com");

        assertThat(status(session, "waiting_")).hasStatus(HttpStatus.NO_CONTENT);
    }

    @Test
    void refusesCheckNowWithinTenSeconds() {
        Cookie session = signedIn(people.activeReseller());
        save(session, "chat.hasty-shop.com");

        assertThat(checkNow(session)).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(checkNow(session)).hasStatus(HttpStatus.TOO_MANY_REQUESTS).containsHeader(HttpHeaders.RETRY_AFTER);
    }

    @Test
    void saysWhenCheckNowComesTooLateToBeOfUse() {
        Reseller acme = people.activeReseller();
        Cookie session = signedIn(acme);
        String name = people.liveDomainOf(acme);

        assertThat(checkNow(session))
                .hasStatus(HttpStatus.CONFLICT)
                .bodyText()
                .contains("There is no record to look for now.", name);
    }

    @Test
    void saysWhenCheckNowIsPressedWithoutADomain() {
        Cookie session = signedIn(people.activeReseller());

        assertThat(checkNow(session))
                .hasStatus(HttpStatus.CONFLICT)
                .bodyText()
                .contains("There is no record to look for now.", "Not Set");
    }

    @Test
    void showsTheAdministratorTheRecordWithoutAnythingToPress() {
        Reseller acme = people.activeReseller();
        save(signedIn(acme), "chat.admin-shop.com");
        String path = links.pathOf(present(acme).id());

        assertThat(mvc.get().uri(path))
                .hasStatusOk()
                .bodyText()
                .contains("chat.admin-shop.com", acme.cnameLabel())
                .doesNotContain("Check Now", "Change Domain");
        assertThat(mvc.get().uri(path + "/status")).hasStatusOk();
        assertThat(mvc.get().uri(path.substring(0, path.length() - 8) + "x".repeat(8)))
                .hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void showsWhereThePlatformAnswersOnceLive() {
        Reseller acme = people.activeReseller();
        String name = people.liveDomainOf(acme);

        assertThat(module(signedIn(acme)))
                .bodyText()
                .contains("Live", name, "Change Domain")
                .doesNotContain("Check Now", "Cancel Change");
    }

    @Test
    void showsTheNameThatIsBeingSetUpBesideTheLiveOne() {
        Reseller acme = people.activeReseller();
        String live = people.liveDomainOf(acme);
        Cookie session = signedIn(acme);

        assertThat(save(session, "chat.moving-shop.com")).hasStatus3xxRedirection();

        assertThat(module(session))
                .bodyText()
                .contains(
                        live,
                        "Moving to chat.moving-shop.com",
                        "Waiting for DNS",
                        "Your platform stays at " + live,
                        "leads to the new name for 30 days",
                        "Cancel Change",
                        "copy-record-name-change");
        assertThat(status(session, "live-waiting__")).hasStatus(HttpStatus.NO_CONTENT);
    }

    @Test
    void staysWhereItIsWhenTheChangeIsCancelled() {
        Reseller acme = people.activeReseller();
        people.liveDomainOf(acme);
        Cookie session = signedIn(acme);
        save(session, "chat.staying-shop.com");

        assertThat(post(session, "/reseller/domain/cancel-change")).hasStatus3xxRedirection();
        assertThat(post(session, "/reseller/domain/cancel-change")).hasStatus3xxRedirection();

        assertThat(module(session)).bodyText().doesNotContain("chat.staying-shop.com", "Cancel Change");
    }

    @Test
    void keepsWhatWasTypedInsteadOfALiveName() {
        Reseller acme = people.activeReseller();
        people.liveDomainOf(acme);

        assertThat(save(signedIn(acme), "chat.acme.con"))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyText()
                .contains("value=\"chat.acme.con\"", "There is no top-level domain");
    }

    @Test
    void saysUntilWhenABrokenDomainIsServedAndWhatToMend() {
        Reseller acme = people.activeReseller();
        String name = people.liveDomainOf(acme);
        watches(acme);
        logs(acme, new Diagnosis(Diagnosis.Kind.WRONG_TARGET, List.of("shops.other.com"), "localhost", null));
        Instant now = Instant.parse("2026-03-02T09:00:00Z");
        domains.save(present(acme).breakDown(now, now.plus(Duration.ofDays(7))));

        assertThat(module(signedIn(acme)))
                .bodyText()
                .contains("Broken", "Your turn", "leads to shops.other.com instead of", "Check Now")
                .contains("by <time datetime=\"2026-03-09T09:00:00Z\"")
                .contains(name + " does not lead to your platform any more");
        assertThat(permission.allow(name).getStatusCode()).isEqualTo(HttpStatus.OK);
    }

    @Test
    void neitherAnswersOnASuspendedDomainNorAllowsItACertificate() {
        Reseller acme = people.activeReseller();
        String name = people.liveDomainOf(acme);
        Instant now = Instant.parse("2026-03-02T09:00:00Z");
        domains.save(present(acme).breakDown(now, now).suspend());

        assertThat(at(name, "/sign-in")).hasStatus(HttpStatus.MISDIRECTED_REQUEST);
        assertThat(permission.allow(name).getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(module(signedIn(acme)))
                .bodyText()
                .contains("Suspended", "The name stays yours", name + " is suspended", "Change Domain");
    }

    @Test
    void checksALiveDomainNow() {
        Reseller acme = people.activeReseller();
        people.liveDomainOf(acme);
        watches(acme);
        Cookie session = signedIn(acme);

        assertThat(module(session)).bodyText().contains("Check Now");
        assertThat(checkNow(session)).hasStatus3xxRedirection();
        assertThat(checkNow(session)).hasStatus(HttpStatus.TOO_MANY_REQUESTS);
    }

    @Test
    void showsTheTextRecordOnceTheDiagnosisCallsForIt() {
        Reseller acme = people.activeReseller();
        Cookie session = signedIn(acme);
        save(session, "chat.flat-shop.com");
        assertThat(module(session)).bodyText().doesNotContain("_domain-challenge");

        logs(acme, new Diagnosis(Diagnosis.Kind.FLATTENED, List.of("192.0.2.10"), "flat-shop.com", null));

        assertThat(module(session))
                .bodyText()
                .contains(
                        "data-copy=\"_domain-challenge.chat\"",
                        "data-copy=\"" + proofs.valueFor(present(acme)) + "\"",
                        "Set these records",
                        "Keep it");
        assertThat(mvc.get().uri(links.pathOf(present(acme).id())))
                .bodyText()
                .contains("_domain-challenge.chat.flat-shop.com", proofs.valueFor(present(acme)));
    }

    @Test
    void offersAddressesToCopyForTheTopOfADomain() {
        Reseller acme = people.activeReseller();
        Cookie session = signedIn(acme);
        save(session, "top-shop.com");
        assertThat(module(session)).bodyText().doesNotContain("2001:db8::10", "_domain-challenge");

        logs(acme, new Diagnosis(Diagnosis.Kind.APEX, List.of("A 198.51.100.4"), "top-shop.com", null));

        assertThat(module(session))
                .bodyText()
                .contains(
                        "ALIAS, ANAME or flattened CNAME",
                        "data-copy=\"192.0.2.10\"",
                        "data-copy=\"2001:db8::10\"",
                        "data-copy=\"_domain-challenge\"",
                        "A 198.51.100.4, which is not ours");
    }

    @Test
    void saysWhatIsMissingBehindAProxy() {
        Reseller acme = people.activeReseller();
        Cookie session = signedIn(acme);
        save(session, "chat.cloud-shop.com");
        logs(acme, new Diagnosis(Diagnosis.Kind.PROXY_UNPROVED, List.of("A 104.21.7.9"), "cloud-shop.com", null));

        assertThat(module(session))
                .bodyText()
                .contains("Your turn", "requests come through it to us", "data-copy=\"_domain-challenge.chat\"")
                .doesNotContain("data-copy=\"192.0.2.10\"");
    }

    @Test
    void leadsFromTheFormerNameToTheSamePageOfTheNewOne() {
        Reseller acme = people.activeReseller();
        String former = people.liveDomainOf(acme);
        String now = people.movedDomainOf(acme);

        assertThat(at(former, "/sign-in?next=%2Fspaces"))
                .hasStatus(HttpStatus.PERMANENT_REDIRECT)
                .hasHeader(HttpHeaders.LOCATION, "http://" + now + ":8080/sign-in?next=%2Fspaces")
                .hasHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .doesNotContainHeader(HttpHeaders.SET_COOKIE);
        assertThat(permission.allow(former).getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(module(signedIn(acme))).bodyText().contains(former + " leads there too");
    }

    @Test
    void allowsCertificatesForLiveDomainsOnly() {
        String name = people.liveDomainOf(people.activeReseller());
        save(signedIn(people.activeReseller()), "chat.not-live-shop.com");

        assertThat(permission.allow(name).getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(permission.allow("chat.not-live-shop.com").getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(permission.allow("").getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
    }

    @Test
    void guidesEverybodyWithoutNamingTheSupplier() {
        assertThat(mvc.get().uri("/guides/custom-domain"))
                .hasStatusOk()
                .bodyText()
                .contains("Cloudflare", "GoDaddy", "Namecheap", "Route 53", "Any other");
        assertThat(mvc.get().uri("/guides/reseller-module")).hasStatusOk();
    }

    private void logs(Reseller reseller, Diagnosis diagnosis) {
        Instant now = Instant.parse("2026-03-02T09:00:00Z");
        CustomDomain domain = present(reseller);
        transaction.executeWithoutResult(status -> checks.add(
                domain.id(),
                7,
                new DomainCheck(
                        domain.domainName(),
                        now,
                        "ns1.other.com",
                        "CNAME shops.other.com",
                        diagnosis,
                        null,
                        now.plusSeconds(30),
                        List.of(InetAddresses.forString("192.0.2.10"), InetAddresses.forString("2001:db8::10")))));
    }

    private void watches(Reseller reseller) {
        domains.save(present(reseller).watchedBy(7, Instant.parse("2026-03-03T09:00:00Z")));
    }

    private MvcTestResult at(String host, String path) {
        return mvc.get()
                .uri(URI.create("http://" + host + path))
                .with(request -> {
                    request.setServerName(host);
                    return request;
                })
                .exchange();
    }

    private CustomDomain present(Reseller reseller) {
        return domains.currentOf(reseller.id()).orElseThrow();
    }

    private Cookie signedIn(Reseller reseller) {
        MvcTestResult result = mvc.post()
                .uri("/sign-in")
                .with(csrf())
                .param("email", people.accountOf(reseller).email())
                .param("password", People.PASSWORD)
                .exchange();
        return Objects.requireNonNull(result.getResponse().getCookie("session"));
    }

    private MvcTestResult module(Cookie session) {
        return mvc.get().uri("/reseller").cookie(session).exchange();
    }

    private MvcTestResult save(Cookie session, String domain) {
        return mvc.post()
                .uri("/reseller/domain")
                .cookie(session)
                .with(csrf())
                .param("domain", domain)
                .exchange();
    }

    private MvcTestResult checkNow(Cookie session) {
        return post(session, "/reseller/domain/check");
    }

    private MvcTestResult post(Cookie session, String path) {
        return mvc.post().uri(path).cookie(session).with(csrf()).exchange();
    }

    private MvcTestResult status(Cookie session, String shown) {
        return mvc.get()
                .uri("/reseller/domain/status")
                .param("shown", shown)
                .cookie(session)
                .exchange();
    }
}
