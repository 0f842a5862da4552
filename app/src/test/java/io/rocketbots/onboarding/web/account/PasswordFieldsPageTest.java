package io.rocketbots.onboarding.web.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.rocketbots.onboarding.kernel.id.PlatformId;
import io.rocketbots.onboarding.tenancy.account.Account;
import io.rocketbots.onboarding.tenancy.account.Role;
import io.rocketbots.onboarding.tenancy.account.TokenKind;
import io.rocketbots.onboarding.web.People;
import io.rocketbots.onboarding.web.WholeApp;
import jakarta.servlet.http.Cookie;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** How passwords are typed, and what a browser keeps of whoever has left. */
@WholeApp
class PasswordFieldsPageTest {

    private static final Pattern FIELD = Pattern.compile("<input[^>]*name=\"\\w*[pP]assword\"[^>]*>");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    People people;

    @Test
    void hideWhatIsTypedAndLetPasswordManagersFillItIn() {
        Account account = people.active(Role.USER);
        Cookie session = signedIn(account);
        String reset = people.link(account, PlatformId.ROCKETBOTS, TokenKind.RESET);

        hidesPasswords(mvc.get().uri("/sign-in").exchange());
        hidesPasswords(mvc.get().uri("/reset-password/" + reset).exchange());
        hidesPasswords(mvc.get().uri("/account").cookie(session).exchange());
    }

    @Test
    void signingOutLeavesNothingInTheBrowser() {
        Cookie session = signedIn(people.active(Role.USER));

        assertThat(mvc.post().uri("/sign-out").secure(true).cookie(session).with(csrf()))
                .hasHeader("Clear-Site-Data", "\"cache\", \"storage\"");
    }

    private static void hidesPasswords(MvcTestResult page) {
        assertThat(page)
                .hasStatusOk()
                .bodyText()
                .doesNotContain("onpaste", "autocomplete=\"off\" type=\"password\"")
                .satisfies(body -> assertThat(FIELD.matcher(body).results().map(MatchResult::group))
                        .isNotEmpty()
                        .allSatisfy(field -> assertThat(field)
                                .contains("type=\"password\"")
                                .containsPattern("autocomplete=\"(?:current|new)-password\"")));
    }

    private Cookie signedIn(Account account) {
        return Objects.requireNonNull(mvc.post()
                .uri("/sign-in")
                .param("email", account.email())
                .param("password", People.PASSWORD)
                .with(csrf())
                .exchange()
                .getResponse()
                .getCookie("session"));
    }
}
