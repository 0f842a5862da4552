package io.rocketbots.onboarding.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.rocketbots.onboarding.web.People;
import io.rocketbots.onboarding.web.WholeApp;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WholeApp
class AccessRulesPageTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    People people;

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
    void leadsFromASlashAtTheEndToTheSameAddressWithout() {
        String domain = people.liveDomainOf(people.activeReseller());

        assertThat(mvc.get().uri("/reseller-program/"))
                .hasStatus(HttpStatus.PERMANENT_REDIRECT)
                .hasHeader("Location", "/reseller-program");
        assertThat(mvc.get().uri("/team/tasks/?view=mine")).hasHeader("Location", "/team/tasks?view=mine");
        assertThat(mvc.get().uri("http://" + domain + "/sign-in/")).hasHeader("Location", "/sign-in");
        assertThat(mvc.get().uri("/")).hasRedirectedUrl("/reseller-program");
    }

    @Test
    void doesNotLeadElsewhereByASlashAtTheEnd() {
        assertThat(mvc.get().uri(URI.create("http://localhost//elsewhere.example/")))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .doesNotContainHeader("Location");
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
