package io.rocketbots.onboarding.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.rocketbots.onboarding.web.WholeApp;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WholeApp
class AddressesPageTest {

    @Autowired
    MockMvcTester mvc;

    @Test
    void saysSoOnAHostThatIsNotOurs() {
        assertThat(mvc.get().uri("http://stranger.example/sign-in"))
                .hasStatus(HttpStatus.MISDIRECTED_REQUEST)
                .bodyText()
                .contains("Nothing is served at this address")
                .doesNotContainIgnoringCase("rocketbots");
    }

    @Test
    void hidesWhatIsInNoLineOfTheTable() {
        assertThat(mvc.get().uri("/no-such-page")).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void sendsStrangersToSignIn() {
        assertThat(mvc.get().uri("/team/tasks")).hasStatus3xxRedirection().hasRedirectedUrl("/sign-in");
    }

    @Test
    void showsTheSignInPage() {
        assertThat(mvc.get().uri("/sign-in")).hasStatusOk().bodyText().contains("<h1>Sign In</h1>", "Forgot Password?");
    }
}
