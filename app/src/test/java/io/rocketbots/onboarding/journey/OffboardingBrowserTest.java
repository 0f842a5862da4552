package io.rocketbots.onboarding.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.rocketbots.onboarding.customer.invitation.InvitationState;
import io.rocketbots.onboarding.customer.invitation.Invitations;
import io.rocketbots.onboarding.customer.invitation.InviteMember;
import io.rocketbots.onboarding.customer.invitation.InviteToSpace;
import io.rocketbots.onboarding.customer.space.SpaceRole;
import io.rocketbots.onboarding.customer.space.SpaceVisitor;
import io.rocketbots.onboarding.integration.apikey.ApiScope;
import io.rocketbots.onboarding.integration.apikey.CreateApiKey;
import io.rocketbots.onboarding.integration.webhook.AddEndpoint;
import io.rocketbots.onboarding.integration.webhook.WebhookEndpoints;
import io.rocketbots.onboarding.integration.webhook.WebhookEvent;
import io.rocketbots.onboarding.kernel.id.InvitationId;
import io.rocketbots.onboarding.local.sample.SampleAccounts;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import io.rocketbots.onboarding.web.People;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.client.RestClient;

/**
 * The team closes a platform and opens it again, and a reseller is about to leave and stays, with everything real. Another
 * one leaves meanwhile and is gone at the end of its grace period.
 */
@InBrowser
class OffboardingBrowserTest {

    private static final String NOTICE = "is not available at the moment";

    /** A decision is told to the engine after the time in which it can be undone. */
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    @Autowired
    private Environment environment;

    @Autowired
    private AutowireCapableBeanFactory beans;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private CreateApiKey createApiKey;

    @Autowired
    private AddEndpoint addEndpoint;

    @Autowired
    private InviteMember inviteMember;

    @Autowired
    private InviteToSpace inviteToSpace;

    @Autowired
    private Invitations invitations;

    @Autowired
    private WebhookEndpoints endpoints;

    private URI baseUrl = URI.create("http://localhost");
    private String platform = "";
    private String teamPage = "";

    @BeforeEach
    void findTheApplication() {
        baseUrl = URI.create(environment.getRequiredProperty("onboarding.base-url"));
    }

    @Test
    void aPlatformIsSuspendedAndResumedAndItsResellerLeavesAndStaysWhileAnotherOneGoes(
            Page there, Page module, Page lead, Page reviewer, Page leaver) {
        People people = beans.createBean(People.class);
        signIn(reviewer, "", "reviewer@rocketbots.localhost", SampleAccounts.PASSWORD);
        Leaving leaving = leaves(people, leaver);
        confirms(reviewer, taskOf(reviewer, leaving.teamPage(), ""));
        Reseller reseller = people.activeReseller();
        String email = people.accountOf(reseller).email();
        platform = "http://" + people.liveDomainOf(reseller) + ":" + baseUrl.getPort();
        teamPage = "/team/resellers/" + reseller.id().value();
        goesLive(reseller);
        signIn(there, platform, email, People.PASSWORD);
        signIn(module, "", email, People.PASSWORD);
        signIn(lead, "", "lead@rocketbots.localhost", SampleAccounts.PASSWORD);

        suspends(lead);
        isOut(there, "suspended");
        readsWhy(module);
        resumes(lead);
        isBack(there, email);
        String started = startsTheOffboarding(lead);
        confirms(reviewer, started);
        until(there, () -> status(there, "/spaces") == 403);
        readsThatItEnds(module);
        withdraws(lead);
        until(there, () -> status(there, "/sign-in") == 200);
        module.navigate("/reseller");
        assertThat(module.getByText("Your platform is about to end")).isHidden();
        asksToLeave(module);
        confirms(reviewer, taskOf(reviewer, teamPage, started));
        until(there, () -> status(there, "/sign-in") == 403);
        stays(module);
        until(there, () -> status(there, "/sign-in") == 200);
        isAlive(module);
        isGone(leaving, leaver);
    }

    /** A reseller with everything that must be gone when it is. */
    private record Leaving(
            Reseller reseller,
            String email,
            String platform,
            String teamPage,
            String key,
            List<InvitationId> invited) {}

    private Leaving leaves(People people, Page leaver) {
        Reseller reseller = people.activeReseller();
        String email = people.accountOf(reseller).email();
        String domain = "http://" + people.liveDomainOf(reseller) + ":" + baseUrl.getPort();
        goesLive(reseller);
        Leaving leaving = new Leaving(
                reseller,
                email,
                domain,
                "/team/resellers/" + reseller.id().value(),
                keyOf(reseller),
                invited(people, reseller));
        addEndpoint.add(reseller, "http://127.0.0.1:9/events", Set.of(WebhookEvent.SPACE_CANCELLED), "Ada");
        assertThat(called(leaving)).isEqualTo(200);
        signIn(leaver, "", email, People.PASSWORD);

        leaver.navigate("/reseller#your-data");
        button(leaver, "Leave the Program").click();
        leaver.getByLabel("Type “Acme” to confirm").fill("Acne");
        button(leaver, "Leave the Program").click();
        assertThat(leaver.getByText("Type the name exactly: Acme")).isVisible();
        assertThat(leaver.getByLabel("Type “Acme” to confirm")).hasValue("Acne");
        look(leaver, "leave");
        sendsTheWishToLeave(leaver);
        return leaving;
    }

    private static void sendsTheWishToLeave(Page page) {
        page.getByLabel("Type “Acme” to confirm").fill("acme");
        button(page, "Leave the Program").click();
        assertThat(page.getByText("You asked to leave the program.")).isVisible();
    }

    private static void asksToLeave(Page module) {
        module.navigate("/reseller#your-data");
        button(module, "Leave the Program").click();
        sendsTheWishToLeave(module);
    }

    private static void stays(Page module) {
        module.navigate("/reseller");
        assertThat(module.getByText("Your platform is about to end")).isVisible();
        button(module, "Stay with Us").click();
        assertThat(module.getByText("Good that you stay.")).isVisible();
        look(module, "stays");
    }

    /** All of it can be used again. */
    private static void isAlive(Page module) {
        module.navigate("/reseller");
        assertThat(module.getByText("Your platform is about to end")).isHidden();
        assertThat(button(module, "Stay with Us")).hasCount(0);
        button(module, "Add Space").click();
        assertThat(module.getByRole(AriaRole.DIALOG)).isVisible();
    }

    private String keyOf(Reseller reseller) {
        CreateApiKey.Result made = createApiKey.create(
                reseller, "Billing", Set.of(ApiScope.SPACES_READ), reseller.accountId(), "Ada Applicant");
        return ((CreateApiKey.Result.Created) made).secret();
    }

    /** One into a Space and one into the team, both open. */
    private List<InvitationId> invited(People people, Reseller reseller) {
        SpaceVisitor visitor =
                new SpaceVisitor(people.activeSpaceOf(reseller), reseller.accountId(), SpaceRole.OWNER, true);
        InviteToSpace.Result.Done space =
                (InviteToSpace.Result.Done) inviteToSpace.invite(visitor, "mia@bakery.example", SpaceRole.OWNER);
        InviteMember.Result.Invited team = (InviteMember.Result.Invited)
                inviteMember.invite(reseller.id(), reseller.accountId(), "grace@acme.example");
        return List.of(Objects.requireNonNull(space.invited().getFirst().invitation()), team.invitation());
    }

    /** What the API answers to the reseller's program. */
    private int called(Leaving leaving) {
        return RestClient.create(baseUrl)
                .get()
                .uri("/api/v1/spaces")
                .header("Authorization", "Bearer " + leaving.key())
                .exchange((request, response) -> response.getStatusCode().value());
    }

    /** The grace period, of which it was reminded twice, is over. */
    private void isGone(Leaving leaving, Page leaver) {
        Mailbox mailbox = new Mailbox(baseUrl, leaving.email());
        mailbox.await("Good-bye, and thank you");
        assertThat(mailbox.all("Your platform is closed")).hasSize(1);
        assertThat(mailbox.all("Your platform ends soon")).hasSize(2);
        assertThat(Objects.requireNonNull(leaver.navigate(leaving.platform() + "/sign-in"))
                        .status())
                .isEqualTo(421);
        assertThat(called(leaving)).isEqualTo(401);
        assertThat(endpoints.of(leaving.reseller().id())).isEmpty();
        assertThat(leaving.invited())
                .extracting(id -> invitations.get(id).state())
                .containsOnly(InvitationState.REVOKED);
        leaver.navigate("/spaces");
        assertThat(leaver.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Reseller")))
                .hasCount(0);
    }

    /** In one statement, since the introduction that has begun meanwhile changes the same row. */
    private void goesLive(Reseller reseller) {
        jdbc.sql("UPDATE reseller SET state = 'LIVE', live_at = :now, version = version + 1 WHERE id = :id")
                .param("now", Timestamp.from(Instant.now()))
                .param("id", reseller.id().value())
                .update();
    }

    private static void signIn(Page page, String host, String email, String password) {
        page.navigate(host + "/sign-in");
        page.getByLabel("Email").fill(email);
        page.getByLabel("Password").fill(password);
        button(page, "Sign In").click();
        page.waitForURL(address -> !address.contains("/sign-in"));
    }

    private void suspends(Page lead) {
        lead.navigate(teamPage);
        button(lead, "Suspend").click();
        Locator dialog = lead.getByRole(AriaRole.DIALOG);
        press(dialog, "Suspend");
        assertThat(dialog.getByText("Choose what kind of reason it is.")).isVisible();
        look(lead, "suspend");
        dialog.getByLabel("Category").selectOption("UNPAID");
        dialog.getByLabel("Reason").fill("Invoice 17 is open.");
        press(dialog, "Suspend");
        assertThat(button(lead, "Resume")).isVisible();
        look(lead, "team-suspended");
    }

    private void isOut(Page there, String picture) {
        assertThat(status(there, "/reseller")).isEqualTo(403);
        assertThat(there.getByText(NOTICE).first()).isVisible();
        assertThat(there.content()).doesNotContainIgnoringCase("rocketbots");
        look(there, picture);
    }

    private static void readsWhy(Page module) {
        module.navigate("/reseller");
        assertThat(module.getByText("Invoice 17 is open.")).isVisible();
        assertThat(button(module, "Add Space")).hasCount(0);
        look(module, "module-suspended");
    }

    private void resumes(Page lead) {
        button(lead, "Resume").click();
        assertThat(button(lead, "Suspend")).isVisible();
    }

    private void isBack(Page there, String email) {
        assertThat(status(there, "/reseller")).isEqualTo(200);
        assertThat(there).hasURL(platform + "/sign-in");
        signIn(there, platform, email, People.PASSWORD);
    }

    private String startsTheOffboarding(Page lead) {
        button(lead, "Start Offboarding").click();
        Locator dialog = lead.getByRole(AriaRole.DIALOG);
        dialog.getByLabel("Reason").fill("The company closes.");
        press(dialog, "Start Offboarding");
        assertThat(button(lead, "Withdraw Offboarding")).isVisible();
        String task = taskOf(lead, teamPage, "");
        lead.navigate(task);
        assertThat(lead.getByText("The company closes.").first()).isVisible();
        button(lead, "Confirm Offboarding").click();
        assertThat(lead.getByText("Somebody else must decide that")).isVisible();
        look(lead, "not-yours");
        return task;
    }

    private static void confirms(Page reviewer, String task) {
        reviewer.navigate(task);
        button(reviewer, "Confirm Offboarding").click();
        assertThat(button(reviewer, "Undo")).isVisible();
    }

    /** The newest one, as soon as it is not the one that was there before. */
    private static String taskOf(Page page, String about, String before) {
        return Awaitility.await("the task")
                .atMost(PATIENCE)
                .pollInSameThread()
                .until(
                        () -> {
                            page.navigate(about);
                            Locator link = page.getByRole(
                                    AriaRole.LINK, new Page.GetByRoleOptions().setName("Confirm offboarding"));
                            return link.count() == 0
                                    ? ""
                                    : Objects.requireNonNull(link.first().getAttribute("href"));
                        },
                        address -> !address.isEmpty() && !address.equals(before));
    }

    private static void readsThatItEnds(Page module) {
        module.navigate("/reseller");
        assertThat(module.getByText("Your platform is about to end")).isVisible();
        assertThat(module.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Download Your Data")))
                .isVisible();
        look(module, "module-leaving");
    }

    private void withdraws(Page lead) {
        lead.navigate(teamPage);
        button(lead, "Withdraw Offboarding").click();
        assertThat(lead.getByRole(AriaRole.STATUS).first()).containsText("Withdrawn");
    }

    private int status(Page page, String path) {
        return Objects.requireNonNull(page.navigate(platform + path)).status();
    }

    private static void until(Page page, Callable<Boolean> condition) {
        Awaitility.await(page.url())
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(500))
                .pollInSameThread()
                .until(condition);
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

    /** On a desktop and on a phone, where nothing may need to be scrolled sideways. */
    private static void look(Page page, String name) {
        for (int width : new int[] {360, 1280}) {
            page.setViewportSize(width, 800);
            page.waitForFunction("document.documentElement.scrollWidth <= innerWidth");
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(Path.of("target", "browser", "farewell-" + name + "-" + width + ".png")));
        }
    }
}
