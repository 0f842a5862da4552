package io.rocketbots.onboarding.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.rocketbots.onboarding.integration.apikey.ApiKey;
import io.rocketbots.onboarding.integration.apikey.ApiKeys;
import io.rocketbots.onboarding.integration.apikey.ApiScope;
import io.rocketbots.onboarding.integration.apikey.CreateApiKey;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import io.rocketbots.onboarding.tenancy.reseller.Resellers;
import io.rocketbots.onboarding.web.People;
import java.net.URI;
import java.nio.file.Path;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.core.env.Environment;

/** A reseller's team grows by invitation, gets another owner and loses the former one, with real mails. */
@InBrowser
class TeamMembersBrowserTest {

    @Autowired
    private Environment environment;

    @Autowired
    private AutowireCapableBeanFactory beans;

    @Autowired
    private Resellers resellers;

    @Autowired
    private CreateApiKey createApiKey;

    @Autowired
    private ApiKeys keys;

    private URI baseUrl = URI.create("http://localhost");

    @BeforeEach
    void findTheApplication() {
        baseUrl = URI.create(environment.getRequiredProperty("onboarding.base-url"));
    }

    @Test
    void theOwnerInvitesSomebodyWhoBecomesTheOwnerAndRemovesThem(Page ada, Page grace) {
        People people = beans.createBean(People.class);
        Reseller reseller = people.activeReseller();
        String email = people.accountOf(reseller).email();
        createKey(reseller, "Shop");
        createKey(reseller, "Billing");
        signIn(ada, email);

        joins(grace, invites(ada));
        transfersTheOwnership(ada);
        removesTheFormerOwner(grace, reseller);
        ada.navigate("/reseller");
        assertThat(ada).hasURL(baseUrl + "/sign-in");
    }

    private void createKey(Reseller reseller, String name) {
        createApiKey.create(reseller, name, Set.of(ApiScope.SPACES_READ), reseller.accountId(), "Ada Applicant");
    }

    private static void signIn(Page page, String email) {
        page.navigate("/sign-in");
        page.getByLabel("Email").fill(email);
        page.getByLabel("Password").fill(People.PASSWORD);
        press(page.locator("main"), "Sign In");
        page.waitForURL(address -> !address.contains("/sign-in"));
    }

    /** Leads to the path in the mail. */
    private String invites(Page owner) {
        String email = "grace-" + UUID.randomUUID() + "@acme.example";
        owner.navigate("/reseller");
        Locator team = team(owner);
        team.getByLabel("Email").fill("grace at acme");
        press(team, "Invite Member");
        assertThat(team.getByText("This is not an email address.")).isVisible();
        assertThat(team.getByLabel("Email")).hasValue("grace at acme");
        team.getByLabel("Email").fill(email);
        press(team, "Invite Member");
        assertThat(team.getByRole(AriaRole.STATUS)).containsText("Invited " + email);
        return new Mailbox(baseUrl, email)
                .await("You are invited to the team of")
                .link("/invitations/")
                .getPath();
    }

    private static void joins(Page page, String path) {
        page.navigate(path);
        page.getByLabel("New Password").fill("short");
        press(page.locator("main"), "Create Account");
        assertThat(page.locator("#name-problem")).isVisible();
        assertThat(page.locator("#newPassword-problem")).isVisible();
        page.getByLabel("Your Name").fill("Grace Baker");
        page.getByLabel("New Password").fill(People.PASSWORD);
        press(page.locator("main"), "Create Account");
        assertThat(team(page).getByText("Grace Baker").first()).isVisible();
    }

    private static void transfersTheOwnership(Page owner) {
        owner.navigate("/reseller");
        Locator team = team(owner);
        press(team, "Transfer Ownership to Grace Baker");
        assertThat(team.getByText("Grace Baker becomes the owner")).isVisible();
        look(owner, "transfer");
        press(team, "Transfer Ownership to Grace Baker");
        assertThat(team.getByRole(AriaRole.STATUS)).containsText("The ownership is transferred.");
        assertThat(button(team, "Leave the team")).isVisible();
    }

    private void removesTheFormerOwner(Page owner, Reseller reseller) {
        owner.reload();
        Locator team = team(owner);
        press(team, "Remove Ada Applicant");
        assertThat(team.getByLabel("Also revoke the 2 API keys this person created"))
                .isChecked();
        look(owner, "remove");
        press(team, "Remove Ada Applicant");
        assertThat(team.getByRole(AriaRole.STATUS)).containsText("the API keys that they created are revoked");
        assertThat(team.getByText("Ada Applicant")).hasCount(0);
        assertThat(keys.of(reseller.id())).extracting(ApiKey::name).isEmpty();
        assertThat(resellers.get(reseller.id()).members()).hasSize(1);
    }

    private static Locator team(Page page) {
        return page.getByRole(
                AriaRole.REGION,
                new Page.GetByRoleOptions().setName("Team Members").setExact(true));
    }

    private static void press(Locator place, String name) {
        button(place, name).click();
    }

    private static Locator button(Locator place, String name) {
        return place.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    /** On a desktop and on a phone, where nothing may need to be scrolled sideways. */
    private static void look(Page page, String name) {
        for (int width : new int[] {360, 1280}) {
            page.setViewportSize(width, 800);
            page.waitForFunction("document.documentElement.scrollWidth <= innerWidth");
            team(page)
                    .screenshot(new Locator.ScreenshotOptions()
                            .setPath(Path.of("target", "browser", "team-members-" + name + "-" + width + ".png")));
        }
    }
}
