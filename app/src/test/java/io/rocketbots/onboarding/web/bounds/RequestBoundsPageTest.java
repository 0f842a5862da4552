package io.rocketbots.onboarding.web.bounds;

import static io.rocketbots.onboarding.web.People.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.rocketbots.onboarding.tenancy.account.Account;
import io.rocketbots.onboarding.web.People;
import io.rocketbots.onboarding.web.WholeApp;
import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;

@WholeApp
class RequestBoundsPageTest {

    private static final int KILOBYTE = 1024;
    private static final int MEGABYTE = 1024 * KILOBYTE;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    People people;

    @ParameterizedTest
    @CsvSource({
        "/sign-in, 64",
        "/%73ign-in, 64",
        "/forgot-password, 64",
        "/reset-password/token, 64",
        "/activate/token, 64",
        "/invitations/token, 64",
        "/invitations/token/sign-in, 64",
        "/reseller-program/apply, 128",
        "/applications/token/answer, 128",
        "/reseller/spaces, 64",
        "/spaces/1/contacts, 64",
        "/team/ops/mails/1/correct, 64",
        "/no-such-page, 64",
    })
    void takesFromStrangersWhatTheFormAtAnAddressTakes(String path, int kilobytes) {
        assertThat(form(path).content(new byte[kilobytes * KILOBYTE + 1]))
                .as("a byte more")
                .hasStatus(HttpStatus.CONTENT_TOO_LARGE);
        assertThat(upload(path).content(new byte[kilobytes * KILOBYTE + 1]))
                .as("a byte more in an upload")
                .hasStatus(HttpStatus.CONTENT_TOO_LARGE);
        assertThat(upload(path).content(new byte[kilobytes * KILOBYTE]))
                .as("as much as that, without a token")
                .hasStatus(HttpStatus.FORBIDDEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/reseller/appearance", "/spaces/17/contacts/imports"})
    void takesNoUploadFromStrangers(String path) {
        assertThat(upload(path).content(new byte[65 * KILOBYTE])).hasStatus(HttpStatus.CONTENT_TOO_LARGE);
    }

    @Test
    void takesUploadsFromPeopleWhereThereAreFilesToChoose() {
        Cookie reseller = signIn(people.accountOf(people.activeReseller()));

        assertThat(upload("/reseller/appearance").cookie(reseller).content(new byte[15 * MEGABYTE]))
                .hasStatus(HttpStatus.FORBIDDEN);
        assertThat(upload("/reseller/appearance").cookie(reseller).content(new byte[17 * MEGABYTE]))
                .hasStatus(HttpStatus.CONTENT_TOO_LARGE);
        assertThat(upload("/spaces/" + UUID.randomUUID() + "/contacts/imports")
                        .cookie(reseller)
                        .content(new byte[65 * MEGABYTE]))
                .hasStatus(HttpStatus.FORBIDDEN);
        assertThat(form("/reseller/appearance").cookie(reseller).content(new byte[65 * KILOBYTE]))
                .as("no files, so nothing that is kept on disk")
                .hasStatus(HttpStatus.CONTENT_TOO_LARGE);
    }

    @Test
    void takesALongListOfAddressesFromPeopleOnly() {
        Cookie owner = signIn(people.accountOf(people.activeReseller()));
        String path = "/reseller/spaces/" + UUID.randomUUID() + "/users";
        String list = "somebody@acme.example\r\n".repeat(1_000);

        assertThat(form(path).cookie(owner).param("emails", list).with(csrf()))
                .as("read, for a Space that is not there")
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(form(path).cookie(owner).content(new byte[65 * KILOBYTE])).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(form(path).content(new byte[65 * KILOBYTE])).hasStatus(HttpStatus.CONTENT_TOO_LARGE);
    }

    @Test
    void takesNoFormOfUnknownSize() {
        assertThat(form("/sign-in").header(HttpHeaders.TRANSFER_ENCODING, "chunked"))
                .hasStatus(HttpStatus.LENGTH_REQUIRED);
        assertThat(upload("/reseller/appearance").header(HttpHeaders.TRANSFER_ENCODING, "chunked"))
                .hasStatus(HttpStatus.LENGTH_REQUIRED);
    }

    @Test
    void boundsEachParameter() {
        assertThat(form("/sign-in").param("email", "a".repeat(4_001)).with(csrf()))
                .hasStatus(HttpStatus.CONTENT_TOO_LARGE);
        assertThat(form("/sign-in").param("e".repeat(101), "x").with(csrf())).hasStatus(HttpStatus.BAD_REQUEST);
        MockMvcRequestBuilder many = form("/sign-in").with(csrf());
        for (int i = 0; i < 201; i++) {
            many.param("p" + i % 20, "x");
        }
        assertThat(many).hasStatus(HttpStatus.BAD_REQUEST);
    }

    @Test
    void saysWhatToDoAboutIt() {
        String domain = people.liveDomainOf(people.activeReseller());

        assertThat(form("http://" + domain + "/sign-in").content(new byte[MEGABYTE]))
                .hasStatus(HttpStatus.CONTENT_TOO_LARGE);
        assertThat(call("/api/v1/spaces").content(new byte[MEGABYTE]))
                .hasStatus(HttpStatus.CONTENT_TOO_LARGE)
                .hasContentTypeCompatibleWith("application/problem+json")
                .bodyText()
                .contains("urn:problem-type:too-large", "Make it smaller");
    }

    @Test
    void boundsCallsOfPrograms() {
        assertThat(call("/api/v1/spaces").content(new byte[65 * KILOBYTE])).hasStatus(HttpStatus.CONTENT_TOO_LARGE);
        assertThat(call("/api/v1/spaces").header("Idempotency-Key", "1").content(new byte[65 * KILOBYTE]))
                .hasStatus(HttpStatus.CONTENT_TOO_LARGE);
        assertThat(call("/api/v1/appearance/logos/logo").content(new byte[3 * MEGABYTE]))
                .hasStatus(HttpStatus.CONTENT_TOO_LARGE);
        assertThat(call("/api/v1/appearance/logos/logo").content(new byte[2 * MEGABYTE]))
                .hasStatus(HttpStatus.UNAUTHORIZED);
    }

    @Test
    void takesNoFormsInTheApi() {
        assertThat(form("/api/v1/spaces").content("name=Bakery")).hasStatus(HttpStatus.UNSUPPORTED_MEDIA_TYPE);
        assertThat(upload("/api/v1/appearance/logos/logo").content(new byte[100]))
                .hasStatus(HttpStatus.UNSUPPORTED_MEDIA_TYPE);
    }

    private MockMvcRequestBuilder form(String path) {
        return mvc.post().uri(URI.create(path)).contentType(MediaType.APPLICATION_FORM_URLENCODED);
    }

    private MockMvcRequestBuilder upload(String path) {
        return mvc.post().uri(URI.create(path)).contentType("multipart/form-data; boundary=part");
    }

    private MockMvcRequestBuilder call(String path) {
        return mvc.put().uri(path).contentType(MediaType.APPLICATION_JSON);
    }

    private Cookie signIn(Account account) {
        return Objects.requireNonNull(mvc.post()
                .uri("/sign-in")
                .param("email", account.email())
                .param("password", PASSWORD)
                .with(csrf())
                .exchange()
                .getResponse()
                .getCookie("session"));
    }
}
