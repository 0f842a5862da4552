package io.rocketbots.onboarding.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.rocketbots.onboarding.web.WholeApp;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;

@WholeApp
class UploadLimitPageTest {

    private static final int MEGABYTE = 1024 * 1024;

    @Autowired
    MockMvcTester mvc;

    @Test
    void tellsWhoeverSendsTooMuchThatItIsTooMuchRatherThanThatTheyHaveNoRights() {
        assertThat(post("/sign-in").content(new byte[33 * MEGABYTE])).hasStatus(HttpStatus.CONTENT_TOO_LARGE);
        assertThat(post("/sign-in").content(new byte[MEGABYTE])).hasStatus(HttpStatus.FORBIDDEN);
    }

    @Test
    void takesNoImportFromStrangers() {
        assertThat(post("/spaces/" + UUID.randomUUID() + "/contacts/imports").content(new byte[33 * MEGABYTE]))
                .hasStatus(HttpStatus.CONTENT_TOO_LARGE);
    }

    @Test
    void takesNothingOfUnknownSize() {
        assertThat(post("/sign-in").header(HttpHeaders.TRANSFER_ENCODING, "chunked"))
                .hasStatus(HttpStatus.LENGTH_REQUIRED);
    }

    private MockMvcRequestBuilder post(String path) {
        return mvc.post().uri(path).contentType("multipart/form-data; boundary=part");
    }
}
