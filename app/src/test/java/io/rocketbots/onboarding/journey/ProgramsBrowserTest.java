package io.rocketbots.onboarding.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.RequestOptions;
import com.sun.net.httpserver.HttpServer;
import io.rocketbots.onboarding.customer.space.Space;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import io.rocketbots.onboarding.web.People;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.core.env.Environment;

/** A reseller lets its programs in and hears of what happens, beside another one that sees nothing of it. */
@InBrowser
class ProgramsBrowserTest {

    private static final String ID = "webhook-id";

    @Autowired
    private Environment environment;

    @Autowired
    private AutowireCapableBeanFactory beans;

    private final List<String> heard = new CopyOnWriteArrayList<>();
    private HttpServer receiver;
    private URI baseUrl = URI.create("http://localhost");

    @BeforeEach
    void listen() throws IOException {
        baseUrl = URI.create(environment.getRequiredProperty("onboarding.base-url"));
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/events", exchange -> {
            exchange.getRequestBody().readAllBytes();
            heard.add(exchange.getRequestHeaders().getFirst(ID));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        receiver.start();
    }

    @AfterEach
    void stopListening() {
        receiver.stop(0);
    }

    @Test
    void aResellerCreatesAndRevokesAKeyAndTriesAWebhook(Page page, Page other) {
        People people = beans.createBean(People.class);
        Reseller reseller = people.activeReseller();
        String domain = people.liveDomainOf(reseller);
        Space space = people.activeSpaceOf(reseller);
        signIn(page, "", people.accountOf(reseller).email());
        page.navigate("/reseller");

        String key = createsAKey(page);
        assertThat(call(page, key)).isEqualTo(200);
        addsAnEndpoint(page);
        triesIt(page);
        seesNothingOfIt(other, people, domain, space);
        revokesTheKey(page);
        assertThat(call(page, key)).isEqualTo(401);
        removesTheEndpoint(page);
    }

    private void signIn(Page page, String host, String email) {
        page.navigate(host + "/sign-in");
        page.getByLabel("Email").fill(email);
        page.getByLabel("Password").fill(People.PASSWORD);
        press(page.locator("main"), "Sign In");
        page.waitForURL(address -> !address.contains("/sign-in"));
    }

    private static String createsAKey(Page page) {
        Locator keys = section(page, "API Keys");
        press(keys, "Create Key");
        assertThat(keys.getByLabel("Key Name")).isFocused();
        page.keyboard().press("Escape");
        assertThat(button(keys, "Create Key")).isFocused();
        press(keys, "Create Key");
        look(page, keys, "key-asked");
        press(keys, "Create Key");
        assertThat(keys.getByText("Enter a name that tells which program uses the key."))
                .isVisible();
        assertThat(keys.getByText("Choose at least one thing that the key may do."))
                .isVisible();
        keys.getByLabel("Key Name").fill("Billing");
        press(keys, "Create Key");
        assertThat(keys.getByText("Choose at least one thing that the key may do."))
                .isVisible();
        assertThat(keys.getByLabel("Key Name")).hasValue("Billing");
        keys.getByLabel("spaces:read").check();
        press(keys, "Create Key");
        assertThat(keys.getByRole(AriaRole.STATUS)).containsText("It is shown this once");
        String key = keys.getByRole(AriaRole.STATUS).getByText("key_").textContent();
        look(page, keys, "key-created");
        page.reload();
        assertThat(keys.getByText("Billing").first()).isVisible();
        assertThat(keys.getByText("Never used.")).isVisible();
        assertThat(page.content()).doesNotContain(key);
        return key;
    }

    private static int call(Page page, String key) {
        return page.request()
                .get("/api/v1/spaces", RequestOptions.create().setHeader("Authorization", "Bearer " + key))
                .status();
    }

    private void addsAnEndpoint(Page page) {
        Locator hooks = section(page, "Webhooks");
        press(hooks, "Add Endpoint");
        hooks.getByLabel("Endpoint URL").fill("hooks.acme");
        press(hooks, "Add Endpoint");
        assertThat(hooks.getByText("Enter a complete address")).isVisible();
        assertThat(hooks.getByText("Choose at least one event.")).isVisible();
        assertThat(hooks.getByLabel("Endpoint URL")).hasValue("hooks.acme");
        hooks.getByLabel("Endpoint URL").fill(endpoint());
        hooks.getByLabel("space.active").check();
        press(hooks, "Add Endpoint");
        assertThat(hooks.getByRole(AriaRole.STATUS)).containsText("whsec_");
        look(page, hooks, "endpoint-added");
    }

    private void triesIt(Page page) {
        Locator hooks = section(page, "Webhooks");
        press(hooks, "Send Test to " + endpoint());
        assertThat(hooks.getByText("A test is on its way.")).isVisible();
        awaitHeard(1);
        Locator entry =
                hooks.getByRole(AriaRole.LISTITEM).filter(new Locator.FilterOptions().setHasText(heard.getFirst()));
        Awaitility.await("the outcome in the log")
                .atMost(Mailbox.PATIENCE)
                .pollInSameThread()
                .until(() -> {
                    page.reload();
                    return entry.getByText("Delivered").isVisible();
                });
        assertThat(entry).containsText("answered 204");
        look(page, hooks, "log");
        press(entry, "Redeliver " + heard.getFirst());
        assertThat(hooks.getByText("once more, with the same id")).isVisible();
        awaitHeard(2);
        assertThat(heard.get(1)).isEqualTo(heard.getFirst());
    }

    private void awaitHeard(int times) {
        Awaitility.await("message " + times)
                .atMost(Mailbox.PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> heard.size() >= times);
    }

    /** Another reseller, at home on its own domain, finds doors of others closed. */
    private void seesNothingOfIt(Page other, People people, String domain, Space space) {
        Reseller neighbour = people.activeReseller();
        String own = "http://" + people.liveDomainOf(neighbour) + ":" + baseUrl.getPort();
        signIn(other, own, people.accountOf(neighbour).email());

        other.navigate(own + "/reseller");
        assertThat(section(other, "API Keys").getByText("There is no key yet.")).isVisible();
        assertThat(section(other, "Webhooks").getByText("There is no endpoint yet."))
                .isVisible();
        assertThat(Objects.requireNonNull(other.navigate(
                                own + "/reseller/spaces/" + space.id().value() + "/limit"))
                        .status())
                .isEqualTo(404);
        other.navigate("http://" + domain + ":" + baseUrl.getPort() + "/reseller");
        assertThat(other.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Sign In")))
                .isVisible();
    }

    private static void revokesTheKey(Page page) {
        page.navigate("/reseller#api-keys");
        Locator keys = section(page, "API Keys");
        press(keys, "Revoke Billing");
        assertThat(keys.getByText("Programs that use this key stop working at once."))
                .isVisible();
        press(keys, "Revoke Billing");
        assertThat(keys.getByText("The key \"Billing\" is revoked.")).isVisible();
        assertThat(keys.getByText("There is no key yet.")).isVisible();
    }

    private void removesTheEndpoint(Page page) {
        Locator hooks = section(page, "Webhooks");
        press(hooks, "Remove " + endpoint());
        assertThat(hooks.getByRole(AriaRole.DIALOG)).containsText("Nothing is sent there any more");
        press(hooks, "Remove " + endpoint());
        assertThat(hooks.getByText("The endpoint is removed.")).isVisible();
        assertThat(hooks.getByText("There is no endpoint yet.")).isVisible();
    }

    private String endpoint() {
        return "http://127.0.0.1:" + receiver.getAddress().getPort() + "/events";
    }

    private static Locator section(Page page, String name) {
        return page.getByRole(
                AriaRole.REGION, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static void press(Locator place, String name) {
        button(place, name).click();
    }

    private static Locator button(Locator place, String name) {
        return place.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    /** On a desktop and on a phone, where nothing may need to be scrolled sideways. */
    private static void look(Page page, Locator section, String name) {
        for (int width : new int[] {360, 1280}) {
            page.setViewportSize(width, 800);
            page.waitForFunction("document.documentElement.scrollWidth <= innerWidth");
            section.screenshot(new Locator.ScreenshotOptions()
                    .setPath(Path.of("target", "browser", "programs-" + name + "-" + width + ".png")));
        }
    }
}
