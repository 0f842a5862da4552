package io.rocketbots.onboarding.web.reseller;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.rocketbots.onboarding.kernel.id.PlatformId;
import io.rocketbots.onboarding.launch.branding.Brands;
import io.rocketbots.onboarding.launch.branding.LogoKind;
import io.rocketbots.onboarding.tenancy.account.Account;
import io.rocketbots.onboarding.tenancy.account.Role;
import io.rocketbots.onboarding.tenancy.platform.Platform;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import io.rocketbots.onboarding.web.People;
import io.rocketbots.onboarding.web.WholeApp;
import io.rocketbots.onboarding.web.security.CurrentAccount;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMultipartMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@WholeApp
class PlatformAppearancePageTest {

    private static final String SVG =
            "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><circle cx='4' cy='4' r='4' fill='#fff'/></svg>";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    People people;

    @Autowired
    Brands brands;

    @Autowired
    JdbcClient jdbc;

    private RequestPostProcessor signedIn(Reseller reseller) {
        return signedIn(people.accountOf(reseller), new Platform(PlatformId.ROCKETBOTS, "localhost"));
    }

    private static RequestPostProcessor signedIn(Account account, Platform platform) {
        CurrentAccount current = new CurrentAccount(
                account.id(),
                account.name(),
                account.email(),
                account.roles(),
                account.reviewTeams(),
                account.staffCode(),
                platform);
        return authentication(UsernamePasswordAuthenticationToken.authenticated(current, null, List.of()));
    }

    private static MockMultipartFile file(String field, String content) {
        return new MockMultipartFile(field, "logo.png", "image/png", content.getBytes(UTF_8));
    }

    private MockMultipartMvcRequestBuilder form(Reseller reseller, int version, String name, String color) {
        return mvc.post()
                .uri("/reseller/appearance")
                .with(signedIn(reseller))
                .with(csrf())
                .multipart()
                .param("version", Integer.toString(version))
                .param("brandName", name)
                .param("themeColor", color)
                .param("supportEmail", "help@acme.example")
                .param("supportLink", "");
    }

    private MvcTestResult saveAll(Reseller reseller) {
        return form(reseller, 0, "Acme Chat", "#7C3AED")
                .file(file("brandLogo", SVG))
                .file(file("whiteLogo", SVG))
                .file(file("squareLogo", SVG))
                .exchange();
    }

    private int messagesAbout(Reseller reseller) {
        return jdbc.sql("SELECT count(*) FROM outbox WHERE aggregate_id = :id AND message_type = 'branding-completed'")
                .param("id", reseller.applicationId().value())
                .query(Integer.class)
                .single();
    }

    private String page(Reseller reseller) {
        return text(mvc.get().uri("/reseller").with(signedIn(reseller)).exchange());
    }

    private static String text(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), UTF_8);
    }

    @Test
    void isForResellersOnly() {
        Account user = people.active(Role.USER);

        assertThat(mvc.get().uri("/reseller").with(signedIn(user, new Platform(PlatformId.ROCKETBOTS, "localhost"))))
                .hasStatus(HttpStatus.FORBIDDEN);
    }

    @Test
    void showsEveryFieldOfTheSection() {
        assertThat(page(people.activeReseller()))
                .contains("<h1 class=\"mb-0\">Reseller Module</h1>", ">Getting Started</h2>", "Your Contact")
                .contains(">Brand Name</label>", ">Brand Theme Color</label>", ">Brand Logo</label>")
                .contains(
                        ">White Logo</label>",
                        ">Square Logo</label>",
                        ">Support Email</label>",
                        ">Support Link</label>");
    }

    @Test
    void tellsTheProcessOnceWhenTheBrandIsComplete() {
        Reseller reseller = people.activeReseller();

        MvcTestResult saved = saveAll(reseller);
        MvcTestResult again = saveAll(reseller);

        assertThat(saved).hasStatus3xxRedirection().hasRedirectedUrl("/reseller#platform-appearance");
        assertThat(again).hasStatus3xxRedirection();
        assertThat(brands.of(reseller.id()).isComplete()).isTrue();
        assertThat(messagesAbout(reseller)).isOne();
    }

    @Test
    void savesWhatIsThereAlready() {
        Reseller reseller = people.activeReseller();

        form(reseller, 0, "Acme Chat", "").exchange();

        assertThat(brands.of(reseller.id()).missing())
                .containsExactly("Brand Theme Color", "Brand Logo", "White Logo", "Square Logo");
        assertThat(messagesAbout(reseller)).isZero();
        assertThat(page(reseller)).contains("Still to choose: Brand Theme Color, Brand Logo, White Logo, Square Logo.");
    }

    @Test
    void keepsEverythingEnteredWhenOneFieldIsWrong() {
        Reseller reseller = people.activeReseller();

        MvcTestResult refused = form(reseller, 0, "Acme <Chat>", "blue")
                .file(file("brandLogo", SVG))
                .file(file("whiteLogo", "GIF89a"))
                .exchange();

        assertThat(refused).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(text(refused))
                .contains("value=\"Acme &lt;Chat&gt;\"", "value=\"blue\"", "value=\"help@acme.example\"")
                .contains("Write the color as # and six digits")
                .contains("This is a GIF. Upload the logo as JPG, PNG or SVG.")
                .contains("Your new image is kept and waits for Save.");
        assertThat(brands.of(reseller.id()).version()).isZero();
    }

    @Test
    void saysWhichLogoIsTooLarge() {
        Reseller reseller = people.activeReseller();
        String large = " ".repeat(2 * 1024 * 1024) + SVG;

        MvcTestResult refused = form(reseller, 0, "Acme", "#112233")
                .file(file("brandLogo", large))
                .exchange();

        assertThat(refused).hasStatus(HttpStatus.CONTENT_TOO_LARGE);
        assertThat(text(refused)).contains("This file is larger than 2 MiB.", "value=\"Acme\"");
    }

    @Test
    void savesAnImageThatWasKeptWhileAnotherFieldWasWrong() {
        Reseller reseller = people.activeReseller();
        String refused = text(
                form(reseller, 0, "Acme", "blue").file(file("brandLogo", SVG)).exchange());
        Matcher kept = Pattern.compile("name=\"brandLogoUpload\" value=\"([0-9a-f]{64})\"")
                .matcher(refused);
        assertThat(kept.find()).isTrue();

        form(reseller, 0, "Acme", "#112233")
                .param("brandLogoUpload", kept.group(1))
                .exchange();

        assertThat(brands.of(reseller.id()).logo(LogoKind.MAIN)).isPresent();
    }

    @Test
    void takesNoImageThatSomebodyElseUploaded() {
        Reseller other = people.activeReseller();
        saveAll(other);
        String sha = brands.of(other.id()).logo(LogoKind.MAIN).orElseThrow().sha();
        Reseller reseller = people.activeReseller();

        form(reseller, 0, "Acme", "#112233").param("brandLogoUpload", sha).exchange();

        assertThat(brands.of(reseller.id()).logo(LogoKind.MAIN)).isEmpty();
        assertThat(mvc.get().uri("/reseller/appearance/uploads/logo/" + sha).with(signedIn(reseller)))
                .hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void tellsOfALostUpdateAndKeepsBoth() {
        Reseller reseller = people.activeReseller();
        form(reseller, 0, "First", "#112233").exchange();

        MvcTestResult late = form(reseller, 0, "Second", "#112233").exchange();

        assertThat(late).hasStatus(HttpStatus.CONFLICT);
        assertThat(text(late)).contains("Somebody else has saved", "Brand Name: First", "value=\"Second\"");
        assertThat(brands.of(reseller.id()).brandName()).isEqualTo("First");
    }

    @Test
    void neverEmptiesABrandThatWasComplete() {
        Reseller reseller = people.activeReseller();
        saveAll(reseller);

        MvcTestResult refused = form(reseller, 1, "", "#7C3AED").exchange();

        assertThat(refused).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(text(refused)).contains("Your platform needs a name.");
    }

    @Test
    void servesLogosShutIn() {
        Reseller reseller = people.activeReseller();
        saveAll(reseller);
        String version =
                brands.of(reseller.id()).logo(LogoKind.MAIN).orElseThrow().versionTag();

        assertThat(mvc.get().uri("/brand/" + reseller.id().value() + "/logo?v=" + version))
                .hasStatusOk()
                .hasHeader(HttpHeaders.CONTENT_TYPE, "image/svg+xml")
                .hasHeader("X-Content-Type-Options", "nosniff")
                .hasHeader("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox")
                .hasHeader(HttpHeaders.CACHE_CONTROL, "max-age=31536000, public, immutable");
    }

    @Test
    void servesALogoOnItsOwnersDomainOnly() {
        Reseller reseller = people.activeReseller();
        saveAll(reseller);
        String domain = people.liveDomainOf(reseller);
        String stranger = people.liveDomainOf(people.activeReseller());

        assertThat(mvc.get().uri("http://" + domain + "/brand/logo-white")).hasStatusOk();
        assertThat(mvc.get().uri("http://" + stranger + "/brand/logo-white")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(mvc.get()
                        .uri("http://" + stranger + "/brand/" + reseller.id().value() + "/logo"))
                .hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void answersAnUnchangedLogoShortly() {
        Reseller reseller = people.activeReseller();
        saveAll(reseller);
        String sha = brands.of(reseller.id()).logo(LogoKind.MAIN).orElseThrow().sha();

        assertThat(mvc.get()
                        .uri("/brand/" + reseller.id().value() + "/logo")
                        .header(HttpHeaders.IF_NONE_MATCH, '"' + sha + '"'))
                .hasStatus(HttpStatus.NOT_MODIFIED);
    }

    @Test
    void dressesTheDomainWithoutNamingTheSupplier() {
        Reseller reseller = people.activeReseller();
        saveAll(reseller);
        String domain = people.liveDomainOf(reseller);

        String signIn = text(mvc.get().uri("http://" + domain + "/sign-in").exchange());

        assertThat(signIn)
                .contains(
                        "Acme Chat",
                        "/brand/theme.css?v=7C3AED",
                        "/brand/logo-white?v=",
                        "href=\"mailto:help@acme.example\"")
                .doesNotContainIgnoringCase("rocketbots");
    }

    @Test
    void dressesADomainWithoutBrandInNeutralGrey() {
        String domain = people.liveDomainOf(people.activeReseller());

        assertThat(text(mvc.get().uri("http://" + domain + "/sign-in").exchange()))
                .contains(domain)
                .doesNotContainIgnoringCase("rocketbots");
        assertThat(text(mvc.get().uri("http://" + domain + "/brand/theme.css").exchange()))
                .contains("--brand: #495057;", "--on-brand: #FFFFFF;");
    }

    @Test
    void movesALogoOnceTheDomainIsLive() {
        Reseller reseller = people.activeReseller();
        saveAll(reseller);

        mvc.post()
                .uri("/reseller/appearance/logo/move")
                .with(signedIn(reseller))
                .with(csrf())
                .exchange();
        boolean before =
                brands.of(reseller.id()).logo(LogoKind.MAIN).orElseThrow().isOnOwnDomain();
        String domain = people.liveDomainOf(reseller);
        mvc.post()
                .uri("/reseller/appearance/logo/move")
                .with(signedIn(reseller))
                .with(csrf())
                .exchange();

        assertThat(before).isFalse();
        assertThat(brands.of(reseller.id()).logo(LogoKind.MAIN).orElseThrow().isOnOwnDomain())
                .isTrue();
        assertThat(page(reseller)).contains(">" + domain + "</a>");
    }

    @Test
    void namesThePlatformProviderOnTheDomain() {
        Reseller reseller = people.activeReseller();
        saveAll(reseller);
        String domain = people.liveDomainOf(reseller);
        Platform own = new Platform(PlatformId.of(reseller.id()), domain);

        String module = text(mvc.get()
                .uri("http://" + domain + "/reseller")
                .with(signedIn(people.accountOf(reseller), own))
                .exchange());

        assertThat(module).contains("Hosted on: the platform provider").doesNotContainIgnoringCase("rocketbots");
    }
}
