package io.rocketbots.onboarding.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.rocketbots.onboarding.integration.apikey.ApiScope;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import io.rocketbots.onboarding.web.People;
import io.rocketbots.onboarding.web.WholeApp;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WholeApp
@Import(Programs.class)
class AppearanceApiPageTest {

    private static final String PATH = "/api/v1/appearance";
    private static final String ACME = "{\"brandName\": \"Acme Chat\", \"themeColor\": \"#0d6efd\"}";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    People people;

    @Autowired
    Programs programs;

    private String key = "";

    @BeforeEach
    void make() {
        Reseller acme = people.activeReseller();
        key = programs.keyOf(acme, ApiScope.APPEARANCE_WRITE);
    }

    @Test
    void savesWhatTheModuleSaves() {
        assertThat(put(ACME, null))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("{\"brandName\": \"Acme Chat\", \"themeColor\": \"#0D6EFD\", \"complete\": false}");
        assertThat(get()).hasStatusOk().bodyText().contains("Acme Chat", "Brand Logo");
    }

    @Test
    void tellsWhatIsWrongFieldByField() {
        assertThat(put("{\"brandName\": \"Acme\", \"themeColor\": \"blue\", \"supportEmail\": \"nobody\"}", null))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .hasContentTypeCompatibleWith("application/problem+json")
                .bodyText()
                .contains("urn:problem-type:invalid-fields", "\"field\":\"themeColor\"", "\"field\":\"supportEmail\"");
        assertThat(put("{\"brandNome\": \"Acme\"}", null))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyText()
                .contains("\"field\":\"brandNome\"", "There is no such field.");
        assertThat(put("{\"brandName\": {}}", null))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyText()
                .contains("\"field\":\"brandName\"");
        assertThat(put("{", null)).hasStatus(HttpStatus.BAD_REQUEST).bodyText().contains("invalid-request");
    }

    @Test
    void refusesToOverwriteWhatTheCallerHasNotSeen() {
        String before = etag(put(ACME, null));
        put("{\"brandName\": \"Acme Talk\"}", before);

        assertThat(put("{\"brandName\": \"Acme Voice\"}", before))
                .hasStatus(HttpStatus.PRECONDITION_FAILED)
                .bodyText()
                .contains("urn:problem-type:changed-meanwhile");
        assertThat(get()).bodyText().contains("Acme Talk");
    }

    @Test
    void sendsNothingToWhoeverHasIt() {
        String etag = etag(put(ACME, null));

        assertThat(mvc.get().uri(PATH).header("If-None-Match", etag).with(Programs.with(key)))
                .hasStatus(HttpStatus.NOT_MODIFIED);
    }

    @Test
    void takesALogoAndServesIt() throws IOException {
        assertThat(putLogo(picture())).hasStatusOk().bodyText().contains("logo-square", "image/png");

        assertThat(mvc.get().uri(PATH + "/logos/logo-square").with(Programs.with(key)))
                .hasStatusOk()
                .hasContentType("image/png");
        assertThat(mvc.get().uri(PATH + "/logos/logo-white").with(Programs.with(key)))
                .hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void refusesALogoThatIsNoPictureOrTooLarge() {
        assertThat(putLogo("GIF89a".getBytes(StandardCharsets.US_ASCII)))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyText()
                .contains("This is a GIF.");
        assertThat(putLogo(new byte[2 * 1024 * 1024 + 1])).hasStatus(HttpStatus.CONTENT_TOO_LARGE);
    }

    private MvcTestResult get() {
        return mvc.get().uri(PATH).with(Programs.with(key)).exchange();
    }

    private MvcTestResult put(String body, @Nullable String ifMatch) {
        var request = mvc.put()
                .uri(PATH)
                .contentType("application/json")
                .content(body)
                .with(Programs.with(key));
        return (ifMatch == null ? request : request.header("If-Match", ifMatch)).exchange();
    }

    private MvcTestResult putLogo(byte[] picture) {
        return mvc.put()
                .uri(PATH + "/logos/logo-square")
                .contentType("image/png")
                .content(picture)
                .with(Programs.with(key))
                .exchange();
    }

    private static String etag(MvcTestResult result) {
        return Objects.requireNonNull(result.getResponse().getHeader("ETag"));
    }

    private static byte[] picture() throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(64, 64, BufferedImage.TYPE_INT_ARGB), "png", png);
        return png.toByteArray();
    }
}
