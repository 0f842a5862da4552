package io.rocketbots.onboarding.web.reseller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import io.rocketbots.onboarding.kernel.id.PlatformId;
import io.rocketbots.onboarding.tenancy.account.Account;
import io.rocketbots.onboarding.tenancy.platform.Platform;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import io.rocketbots.onboarding.tenancy.reseller.Resellers;
import io.rocketbots.onboarding.web.People;
import io.rocketbots.onboarding.web.WholeApp;
import io.rocketbots.onboarding.web.security.CurrentAccount;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;

@WholeApp
class ResellerModulePageTest {

    private static final String MENU_ITEM = "<a href=\"/reseller\">Reseller</a>";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    People people;

    @Autowired
    Resellers resellers;

    @Test
    void saysThatThereIsNoResellerAnyMoreOnceTheOnboardingHasEnded() {
        Reseller reseller = people.activeReseller();
        resellers.save(reseller.cancel());

        assertThat(get("/reseller", reseller))
                .hasStatus(HttpStatus.NOT_FOUND)
                .bodyText()
                .contains("There is no reseller any more", "Apply again")
                .doesNotContain(MENU_ITEM);
        assertThat(get("/account", reseller)).hasStatusOk().bodyText().doesNotContain(MENU_ITEM);
    }

    @Test
    void standsInTheMenuOfAReseller() {
        assertThat(get("/account", people.activeReseller()))
                .hasStatusOk()
                .bodyText()
                .contains(MENU_ITEM, "Reminders to choose your brand and your domain");
    }

    private MockMvcRequestBuilder get(String path, Reseller reseller) {
        Account account = people.accountOf(reseller);
        CurrentAccount current = new CurrentAccount(
                account.id(),
                account.name(),
                account.email(),
                account.roles(),
                account.reviewTeams(),
                account.staffCode(),
                new Platform(PlatformId.ROCKETBOTS, "localhost"));
        return mvc.get()
                .uri(path)
                .with(authentication(UsernamePasswordAuthenticationToken.authenticated(current, null, List.of())));
    }
}
