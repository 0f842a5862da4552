package io.rocketbots.onboarding.web.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.rocketbots.onboarding.integration.webhook.WebhookEndpoints;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import io.rocketbots.onboarding.web.People;
import io.rocketbots.onboarding.web.WholeApp;
import jakarta.servlet.http.Cookie;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WholeApp
class WebhookPageTest {

    /** On the internet without asking anybody. */
    private static final String URL = "https://93.184.216.34/events";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    People people;

    @Autowired
    WebhookEndpoints endpoints;

    @Test
    void showsTheSecretOfANewEndpointOnce() {
        Reseller acme = people.activeReseller();
        Cookie session = signedIn(acme);

        MvcTestResult added = add(session, URL, "space.active");

        assertThat(added).hasStatus3xxRedirection();
        assertThat(module(session, added)).bodyText().contains("whsec_", URL, "space.active", "Nothing was sent yet");
        assertThat(module(session)).bodyText().contains(URL).doesNotContain("whsec_");
    }

    @Test
    void keepsWhatWasTypedBesideWhatIsWrong() {
        Cookie session = signedIn(people.activeReseller());

        assertThat(add(session, "http://93.184.216.34/", "space.active"))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyText()
                .contains(
                        "begins with https://", "value=\"http://93.184.216.34/\"", "id=\"event-space-active\" checked");
        assertThat(add(session, "https://127.0.0.1/", "test"))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyText()
                .contains("is not on the internet", "Choose at least one event.");
    }

    @Test
    void putsATestIntoTheLog() {
        Reseller acme = people.activeReseller();
        Cookie session = signedIn(acme);
        add(session, URL, "space.active");
        module(session);

        MvcTestResult sent = post(session, "/" + endpointOf(acme) + "/test");

        assertThat(sent).hasStatus3xxRedirection();
        assertThat(module(session, sent)).bodyText().contains("A test is on its way", "Waiting", "msg_");
    }

    @Test
    void changesTheSecretAndRemoves() {
        Reseller acme = people.activeReseller();
        Cookie session = signedIn(acme);
        add(session, URL, "space.active");
        module(session);

        MvcTestResult changed = post(session, "/" + endpointOf(acme) + "/secret");
        assertThat(module(session, changed)).bodyText().contains("whsec_");
        MvcTestResult removed = post(session, "/" + endpointOf(acme) + "/remove");

        assertThat(module(session, removed))
                .bodyText()
                .contains("The endpoint is removed", "There is no endpoint yet.");
    }

    @Test
    void leavesTheEndpointsOfOthersAlone() {
        Reseller acme = people.activeReseller();
        add(signedIn(acme), URL, "space.active");
        UUID endpoint = endpointOf(acme);

        post(signedIn(people.activeReseller()), "/" + endpoint + "/remove");

        assertThat(endpointOf(acme)).isEqualTo(endpoint);
    }

    private UUID endpointOf(Reseller reseller) {
        return endpoints.of(reseller.id()).getFirst().id();
    }

    private MvcTestResult add(Cookie session, String url, String event) {
        return mvc.post()
                .uri("/reseller/webhooks")
                .param("url", url)
                .param("events", event)
                .cookie(session)
                .with(csrf())
                .exchange();
    }

    private MvcTestResult post(Cookie session, String path) {
        return mvc.post()
                .uri("/reseller/webhooks" + path)
                .cookie(session)
                .with(csrf())
                .exchange();
    }

    private MvcTestResult module(Cookie session) {
        return mvc.get().uri("/reseller").cookie(session).exchange();
    }

    /** As the browser shows it that follows the redirect. */
    private MvcTestResult module(Cookie session, MvcTestResult after) {
        Cookie flash = Objects.requireNonNull(after.getResponse().getCookie("flash"));
        return mvc.get().uri("/reseller").cookie(session, flash).exchange();
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
