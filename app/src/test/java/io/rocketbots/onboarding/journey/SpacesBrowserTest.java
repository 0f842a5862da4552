package io.rocketbots.onboarding.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ReducedMotion;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import io.rocketbots.onboarding.web.People;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A reseller at work in the section Spaces, with everything real behind it. */
@InBrowser
class SpacesBrowserTest {

    private static final String NAME = "Bakery & Sons";

    @Autowired
    private Environment environment;

    @Autowired
    private AutowireCapableBeanFactory beans;

    @Autowired
    private JdbcClient jdbc;

    private URI baseUrl = URI.create("http://localhost");

    @BeforeEach
    void findTheApplication() {
        baseUrl = URI.create(environment.getRequiredProperty("onboarding.base-url"));
    }

    @Test
    void aResellerAddsLimitsSuspendsAndCancelsASpaceAndBringsItBack(Page page) {
        People people = beans.createBean(People.class);
        Reseller reseller = people.activeReseller();
        String domain = people.liveDomainOf(reseller);
        goesLive(reseller);
        signIn(page, domain, people.accountOf(reseller).email());

        addsASpace(page, domain);
        editsItsLimit(page);
        suspendsAndResumesIt(page);
        cancelsAndRestoresIt(page);
        findsItsWayOnAPhoneByKeyboardAlone(page);
    }

    /** In one statement, since the introduction that has begun meanwhile changes the same row. */
    private void goesLive(Reseller reseller) {
        jdbc.sql("UPDATE reseller SET state = 'LIVE', live_at = :now, version = version + 1 WHERE id = :id")
                .param("now", Timestamp.from(Instant.now()))
                .param("id", reseller.id().value())
                .update();
    }

    private void signIn(Page page, String domain, String email) {
        page.navigate("http://" + domain + ":" + baseUrl.getPort() + "/sign-in");
        page.getByLabel("Email").fill(email);
        page.getByLabel("Password").fill(People.PASSWORD);
        button(page, "Sign In").click();
        assertThat(spaces(page).getByText("There is no Space yet.")).isVisible();
    }

    private static void addsASpace(Page page, String domain) {
        button(page, "Add Space").click();
        Locator dialog = dialog(page, "Add Space");
        assertThat(dialog.getByText("This Space will be accessible on your Reseller Domain: " + domain))
                .isVisible();
        assertThat(dialog.getByLabel("Space Name")).isFocused();
        dialog.getByLabel("Primary Language").selectOption("de");
        dialog.getByLabel("Limit Number of Contacts").check();
        dialog.getByLabel("Maximum Contacts").fill("0");
        press(dialog, "Add");
        assertThat(dialog.getByText("Enter a name for the Space.")).isVisible();
        assertThat(dialog.getByText("Enter a whole number from 1 to 10000000.")).isVisible();
        assertThat(dialog.getByLabel("Primary Language")).hasValue("de");

        dialog.getByLabel("Space Name").fill(NAME);
        dialog.getByLabel("Maximum Contacts").fill("100");
        look(page, "add");
        press(dialog, "Add");
        assertThat(spaces(page).getByRole(AriaRole.STATUS)).containsText("Added " + NAME);
        // The real process makes it, and the page looks again by itself.
        assertThat(state(page)).hasText("Active");
        assertThat(row(page)).containsText("0 of 100");
        assertThat(row(page)).containsText("Deutsch – German");
        look(page, "list");
    }

    private static void editsItsLimit(Page page) {
        Locator dialog = choose(page, "Edit Contact Limit");
        assertThat(dialog.getByLabel("Maximum Contacts")).hasValue("100");
        dialog.getByLabel("Limit Number of Contacts").uncheck();
        press(dialog, "Save");
        assertThat(spaces(page).getByRole(AriaRole.STATUS)).containsText("any number of contacts");
        assertThat(row(page)).not().containsText("of 100");
    }

    private static void suspendsAndResumesIt(Page page) {
        press(choose(page, "Suspend Space"), "Suspend Space");
        assertThat(state(page)).hasText("Suspended");
        press(choose(page, "Resume Space"), "Resume Space");
        assertThat(state(page)).hasText("Active");
    }

    private static void cancelsAndRestoresIt(Page page) {
        Locator dialog = choose(page, "Cancel Space");
        dialog.getByLabel("Type the name of the Space").fill("Butcher");
        press(dialog, "Cancel Space");
        assertThat(dialog.getByText("Type the name of the Space exactly: " + NAME))
                .isVisible();
        assertThat(dialog.getByLabel("Type the name of the Space")).hasValue("Butcher");
        dialog.getByLabel("Type the name of the Space").fill(NAME);
        look(page, "cancel");
        press(dialog, "Cancel Space");
        assertThat(state(page)).hasText("Cancelled");
        press(choose(page, "Restore Space"), "Restore Space");
        assertThat(state(page)).hasText("Active");
    }

    private static void findsItsWayOnAPhoneByKeyboardAlone(Page page) {
        page.setViewportSize(360, 740);
        // A picture taken while the page still scrolls shows something else.
        page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
        // Nobody needs to scroll sideways.
        page.waitForFunction("document.documentElement.scrollWidth <= innerWidth");
        menuButton(page).focus();
        page.keyboard().press("Enter");
        assertThat(spaces(page).getByText("Add User", new Locator.GetByTextOptions().setExact(true)))
                .isFocused();
        page.keyboard().press("End");
        assertThat(spaces(page).getByText("Cancel Space")).isFocused();
        look(page, "phone-menu");
        page.keyboard().press("Home");
        page.keyboard().press("Escape");
        assertThat(menuButton(page)).isFocused();
        look(page, "phone-list");
        button(page, "Add Space").click();
        assertThat(dialog(page, "Add Space")).isVisible();
        look(page, "phone-add");
        page.keyboard().press("Escape");
        assertThat(dialog(page, "Add Space")).isHidden();
    }

    private static Locator choose(Page page, String item) {
        menuButton(page).click();
        spaces(page)
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(item))
                .click();
        return dialog(page, item);
    }

    private static Locator menuButton(Page page) {
        return button(page, "More Actions for " + NAME);
    }

    private static Locator row(Page page) {
        return spaces(page).getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHas(menuButton(page)));
    }

    private static Locator state(Page page) {
        return row(page).locator("[data-state]");
    }

    private static Locator spaces(Page page) {
        return page.getByRole(
                AriaRole.REGION, new Page.GetByRoleOptions().setName("Spaces").setExact(true));
    }

    private static Locator dialog(Page page, String name) {
        return page.getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName(name));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static void press(Locator dialog, String name) {
        dialog.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    private static void look(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "browser", "spaces-" + name + ".png")));
    }
}
