package io.rocketbots.onboarding.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

@InBrowser
class StartBrowserTest {

    @Test
    void leadsFromTheStartPageToTheApplicationForm(Page page) {
        page.navigate("/");

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Become a Reseller"))
                .first()
                .click();

        assertThat(page.getByLabel("Company Name")).isVisible();
    }
}
