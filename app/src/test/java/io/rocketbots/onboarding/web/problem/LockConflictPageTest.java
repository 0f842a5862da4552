package io.rocketbots.onboarding.web.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.rocketbots.onboarding.tenancy.account.Account;
import io.rocketbots.onboarding.tenancy.account.Accounts;
import io.rocketbots.onboarding.tenancy.account.Role;
import io.rocketbots.onboarding.web.Overtaking;
import io.rocketbots.onboarding.web.People;
import io.rocketbots.onboarding.web.WholeApp;
import jakarta.servlet.http.Cookie;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WholeApp
class LockConflictPageTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    People people;

    @Autowired
    Accounts accounts;

    @Autowired
    Overtaking overtaking;

    @Test
    void saysThatSomebodyWasFasterWhereAPageHasNoWordsOfItsOwn() {
        Account account = people.active(Role.USER);
        Cookie session = signIn(account);
        overtaking.of(
                Account.class,
                "UPDATE account SET version = version + 1 WHERE id = '"
                        + account.id().value() + "'");

        assertThat(mvc.post()
                        .uri("/account/notifications")
                        .param("notified", "true")
                        .cookie(session)
                        .with(csrf()))
                .hasStatus(HttpStatus.CONFLICT);

        assertThat(accounts.get(account.id()).notified()).isEqualTo(account.notified());
    }

    private Cookie signIn(Account account) {
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
