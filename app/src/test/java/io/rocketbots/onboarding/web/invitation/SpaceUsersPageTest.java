package io.rocketbots.onboarding.web.invitation;

import static io.rocketbots.onboarding.web.People.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.rocketbots.onboarding.customer.invitation.Invitation;
import io.rocketbots.onboarding.customer.invitation.Invitations;
import io.rocketbots.onboarding.customer.space.Space;
import io.rocketbots.onboarding.customer.space.SpaceState;
import io.rocketbots.onboarding.customer.space.Spaces;
import io.rocketbots.onboarding.kernel.id.PlatformId;
import io.rocketbots.onboarding.kernel.id.SpaceId;
import io.rocketbots.onboarding.kernel.mail.Addressee;
import io.rocketbots.onboarding.kernel.mail.MailContent;
import io.rocketbots.onboarding.kernel.mail.MailTemplate;
import io.rocketbots.onboarding.kernel.mail.QueuedMail;
import io.rocketbots.onboarding.kernel.mail.Recipient;
import io.rocketbots.onboarding.tenancy.account.Account;
import io.rocketbots.onboarding.tenancy.account.Accounts;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import io.rocketbots.onboarding.tenancy.reseller.Resellers;
import io.rocketbots.onboarding.web.People;
import io.rocketbots.onboarding.web.WholeApp;
import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

@WholeApp
class SpaceUsersPageTest {

    private static final String ROCKETBOTS = "localhost";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    People people;

    @Autowired
    Resellers resellers;

    @Autowired
    Spaces spaces;

    @Autowired
    Accounts accounts;

    @Autowired
    Invitations invitations;

    @Autowired
    List<MailContent> contents;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    private Reseller reseller;
    private String domain;
    private Space space;
    private Cookie asReseller;

    @BeforeEach
    void open() {
        reseller = liveReseller();
        domain = people.liveDomainOf(reseller);
        space = activeSpace(reseller, "Bakery");
        asReseller = signIn(domain, people.accountOf(reseller).email(), PASSWORD);
    }

    // the dialogs of the module

    @Test
    void invitesOwnersFromTheModuleWithScriptsOff() {
        String path = "/reseller/spaces/" + space.id().value() + "/users";

        assertThat(get(domain, path + "/new", asReseller))
                .hasStatusOk()
                .bodyText()
                .contains("Add Users", "Email Address")
                .doesNotContainIgnoringCase("rocketbots");
        assertThat(post(domain, path, asReseller).param("emails", "grace@bakery.example, bruno@bakery.example"))
                .hasStatus(HttpStatus.SEE_OTHER)
                .hasRedirectedUrl("/reseller#spaces");
        assertThat(get(domain, path, asReseller))
                .hasStatusOk()
                .bodyText()
                .contains("grace@bakery.example", "bruno@bakery.example", "Invited", "Resend", "Revoke");
    }

    @Test
    void saysWhatIsWrongAtTheFieldAndKeepsWhatWasTyped() {
        String path = "/reseller/spaces/" + space.id().value() + "/users";

        assertThat(post(domain, path, asReseller).param("emails", "grace@bakery.example\nbruno at bakery"))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyText()
                .contains("“bruno at bakery” is not an email address.", "grace@bakery.example\nbruno at bakery");
    }

    @Test
    void closesTheOpenDialogAndTellsTheModuleWhoIsInvited() {
        String path = "/reseller/spaces/" + space.id().value() + "/users";

        assertThat(post(domain, path, asReseller).header("HX-Request", "true").param("emails", "grace@bakery.example"))
                .hasStatusOk()
                .hasHeader("HX-Trigger", "module-changed")
                .flash()
                .containsEntry("spacesSaid", "Invited grace@bakery.example.");
    }

    @Test
    void keepsTheOpenDialogWithWhatWasTypedWhenNobodyWasLeftToInvite() {
        String path = "/reseller/spaces/" + space.id().value() + "/users";
        post(domain, path, asReseller).param("emails", "grace@bakery.example").exchange();

        assertThat(post(domain, path, asReseller).header("HX-Request", "true").param("emails", "Grace@bakery.example"))
                .hasStatus(HttpStatus.CONFLICT)
                .hasHeader("HX-Reswap", "innerHTML")
                .bodyText()
                .contains(">Grace@bakery.example</textarea>", "is invited already.", "aria-invalid=\"true\"")
                .doesNotContain("<html");
    }

    @Test
    void preparesInvitationsBeforeThePlatformIsLive() {
        Reseller onboarding = people.activeReseller();
        Space waiting = spaces.save(Space.request(
                PlatformId.of(onboarding.id()),
                "Florist",
                "en",
                null,
                SpaceState.WAITING_FOR_DOMAIN,
                onboarding.accountId(),
                clock.instant()));
        Cookie session = signIn(ROCKETBOTS, people.accountOf(onboarding).email(), PASSWORD);
        String path = "/reseller/spaces/" + waiting.id().value() + "/users";

        assertThat(get(ROCKETBOTS, path + "/new", session))
                .bodyText()
                .contains("Invitations go out as soon as your platform is live.");
        assertThat(post(ROCKETBOTS, path, session).param("emails", "flora@florist.example"))
                .hasStatus(HttpStatus.SEE_OTHER);
        assertThat(get(ROCKETBOTS, path, session)).bodyText().contains("Goes out when your platform is live");
    }

    @Test
    void knowsNoSpaceOfAnotherReseller() {
        Space others = activeSpace(liveReseller(), "Florist");
        String path = "/reseller/spaces/" + others.id().value() + "/users";

        assertThat(get(domain, path, asReseller)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(post(domain, path, asReseller).param("emails", "grace@bakery.example"))
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(invitations.findBySpaceIdOrderByCreatedAtDesc(others.id())).isEmpty();
    }

    // the page behind the link

    @Test
    void createsTheAccountAndLeadsToTheSpaces() {
        String path = invite("grace@bakery.example");

        MvcTestResult shown = get(domain, path, null).exchange();
        assertThat(shown)
                .hasStatusOk()
                .hasHeader("Referrer-Policy", "no-referrer")
                .bodyText()
                .contains("Bakery", "grace@bakery.example", "Create Account")
                .doesNotContainIgnoringCase("rocketbots");
        assertThat(shown.getResponse().getHeader(HttpHeaders.CACHE_CONTROL)).contains("no-store");

        MvcTestResult joined = accept(domain, path);
        assertThat(joined).hasStatus(HttpStatus.SEE_OTHER).hasRedirectedUrl("/spaces");
        assertThat(get(domain, "/spaces", sessionOf(joined)))
                .hasStatusOk()
                .bodyText()
                .contains("Bakery", "Owner");
        assertThat(get(domain, path, null))
                .hasStatus(HttpStatus.NOT_FOUND)
                .bodyText()
                .contains("accepted already");
    }

    @Test
    void keepsTheNameWhenThePasswordIsToBeCorrected() {
        String path = invite("grace@bakery.example");

        assertThat(post(domain, path, null).param("name", "Grace Baker").param("newPassword", "short"))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyText()
                .contains("value=\"Grace Baker\"", "Use at least 8 characters.");
    }

    @Test
    void letsWhoHasAnAccountSignInAndJoin() {
        String first = invite("grace@bakery.example");
        accept(domain, first);
        Space second = activeSpace(reseller, "Second Bakery");
        String path = invite(second, "grace@bakery.example");

        assertThat(get(domain, path, null)).bodyText().contains("You have an account here already");
        assertThat(post(domain, path + "/sign-in", null).param("password", "not the password"))
                .hasStatus(HttpStatus.UNAUTHORIZED);
        MvcTestResult in = post(domain, path + "/sign-in", null)
                .param("password", PASSWORD)
                .exchange();
        assertThat(in).hasRedirectedUrl(path);
        assertThat(get(domain, path, sessionOf(in))).bodyText().contains("Join Space");
        assertThat(post(domain, path, sessionOf(in))).hasRedirectedUrl("/spaces");
        assertThat(get(domain, "/spaces", sessionOf(in))).bodyText().contains("Second Bakery");
    }

    // in the Space

    @Test
    void letsEverybodyInviteOnlyBelowTheirRole() {
        Cookie owner = sessionOf(accept(domain, invite("grace@bakery.example")));
        String users = "/spaces/" + space.id().value() + "/settings/users";

        assertThat(post(domain, users, owner)
                        .param("email", "mia@bakery.example")
                        .param("role", "MANAGER"))
                .hasRedirectedUrl(users);
        Cookie manager = sessionOf(accept(domain, link("mia@bakery.example")));

        assertThat(get(domain, users, manager))
                .bodyText()
                .contains("Invite User", "value=\"AGENT\"")
                .doesNotContain("value=\"OWNER\"", "Access History");
        assertThat(post(domain, users, manager)
                        .param("email", "ada@bakery.example")
                        .param("role", "OWNER"))
                .hasStatus(HttpStatus.FORBIDDEN);
        assertThat(post(domain, users, manager)
                        .param("email", "ada@bakery.example")
                        .param("role", "AGENT"))
                .hasRedirectedUrl(users);
    }

    @Test
    void takesTheSpaceFromAnOpenSessionAtOnce() {
        accept(domain, invite("grace@bakery.example"));
        Cookie bruno = sessionOf(accept(domain, invite("bruno@bakery.example")));
        String users = "/spaces/" + space.id().value() + "/settings/users";
        assertThat(get(domain, users, bruno)).hasStatusOk();
        Account account = account(domain(), "bruno@bakery.example");

        assertThat(post(domain, users + "/" + account.id().value() + "/remove", asReseller))
                .hasRedirectedUrl(users);

        assertThat(get(domain, users, bruno)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get(domain, "/spaces", bruno))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("/spaces/" + space.id().value());
    }

    @Test
    void keepsTheLastOwner() {
        Cookie owner = sessionOf(accept(domain, invite("grace@bakery.example")));
        String users = "/spaces/" + space.id().value() + "/settings/users";
        String grace = account(domain(), "grace@bakery.example").id().value().toString();

        assertThat(post(domain, users + "/" + grace + "/role", owner).param("role", "AGENT"))
                .hasStatus(HttpStatus.CONFLICT)
                .bodyText()
                .contains("A Space needs an Owner.");
        assertThat(post(domain, users + "/" + grace + "/remove", asReseller)).hasStatus(HttpStatus.CONFLICT);
    }

    @Test
    void saysThatNobodyButTheResellerIsThere() {
        assertThat(get(domain, "/spaces/" + space.id().value() + "/settings/users", asReseller))
                .hasStatusOk()
                .bodyText()
                .contains("Nobody else is in this Space yet.", "(you)");
    }

    @Test
    void tellsMembersInItsLanguageThatASpaceIsSuspended() {
        Space german = activeSpace(reseller, "Bäckerei", "de");
        Cookie owner = sessionOf(accept(domain, invite(german, "grace@bakery.example")));
        spaces.save(spaces.get(german.id()).suspend());

        MvcTestResult refused = get(domain, "/spaces/" + german.id().value() + "/settings/users", owner)
                .exchange();
        assertThat(refused).hasForwardedUrl("/spaces/suspended");

        String what = "io.rocketbots.onboarding.web.space.suspended";
        Object suspended = Objects.requireNonNull(refused.getRequest().getAttribute(what));
        assertThat(get(domain, "/spaces/suspended", owner).requestAttr(what, suspended))
                .hasStatus(HttpStatus.FORBIDDEN)
                .bodyText()
                .contains("<html lang=\"de\">", "<body lang=\"en\">", "Bäckerei is closed at present");
    }

    @Test
    void showsTheResellerEverySpaceAndTheOwnersThatTheyWereThere() {
        Cookie owner = sessionOf(accept(domain, invite("grace@bakery.example")));
        String users = "/spaces/" + space.id().value() + "/settings/users";

        assertThat(get(domain, "/spaces", asReseller)).bodyText().contains("Bakery", "Reseller");
        assertThat(get(domain, users, asReseller))
                .hasStatusOk()
                .bodyText()
                .contains("(you)", "The Owners see when you were here.");

        assertThat(get(domain, users, owner))
                .bodyText()
                .containsPattern(
                        "(?s)<li class=\"people-row\" data-reseller>(?!.*<li.*Reseller</span>).*Reseller</span>")
                .contains("Access History", "entered as Reseller", "joined as Owner");
    }

    @Test
    void notesDownTheResellerHoweverTheAddressIsWritten() {
        Cookie owner = sessionOf(accept(domain, invite("grace@bakery.example")));
        String id = space.id().value().toString();

        assertThat(mvc.get()
                        .uri(URI.create("http://" + domain + "/%73paces/" + id + "/contacts"))
                        .cookie(asReseller))
                .hasStatusOk();

        assertThat(get(domain, "/spaces/" + id + "/settings/users", owner))
                .bodyText()
                .contains("entered as Reseller");
    }

    @Test
    void notesDownTheResellerHoweverTheIdIsWritten() {
        UUID id = UUID.fromString("0" + UUID.randomUUID().toString().substring(1));
        Space zero = withId(activeSpace(reseller, "Zero Bakery"), id);
        Cookie owner = sessionOf(accept(domain, invite(zero, "grace@bakery.example")));

        assertThat(get(domain, "/spaces/" + id.toString().substring(1) + "/contacts", asReseller))
                .hasStatusOk();

        assertThat(get(domain, "/spaces/" + id + "/settings/users", owner))
                .bodyText()
                .contains("entered as Reseller");
    }

    // isolation

    @Test
    void keepsTwoResellersApart() {
        Reseller second = liveReseller();
        String secondDomain = people.liveDomainOf(second);
        Space there = activeSpace(second, "Florist");
        Cookie grace = sessionOf(accept(domain, invite("grace@bakery.example")));
        Cookie flora = sessionOf(accept(secondDomain, invite(second, secondDomain, there, "flora@florist.example")));

        assertThat(signInAttempt(secondDomain, "grace@bakery.example")).hasStatus(HttpStatus.UNAUTHORIZED);
        assertThat(signInAttempt(ROCKETBOTS, "grace@bakery.example")).hasStatus(HttpStatus.UNAUTHORIZED);
        assertThat(get(secondDomain, "/spaces", grace)).hasRedirectedUrl("/sign-in");
        assertThat(get(ROCKETBOTS, "/spaces", grace)).hasRedirectedUrl("/sign-in");
        String users = "/spaces/" + space.id().value() + "/settings/users";
        assertThat(get(secondDomain, users, flora)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get(secondDomain, "/spaces/" + space.id().value(), flora)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get(secondDomain, "/spaces", flora))
                .bodyText()
                .contains("Florist")
                .doesNotContain("Bakery");
    }

    @Test
    void knowsALinkOnItsOwnHostOnly() {
        String path = invite("grace@bakery.example");
        String other = people.liveDomainOf(liveReseller());

        for (String host : List.of(other, ROCKETBOTS)) {
            assertThat(get(host, path, null))
                    .hasStatus(HttpStatus.NOT_FOUND)
                    .bodyText()
                    .doesNotContain("Bakery", "grace@bakery.example");
            assertThat(post(host, path, null).param("name", "Grace").param("newPassword", PASSWORD))
                    .hasStatus(HttpStatus.NOT_FOUND);
        }
        assertThat(accept(domain, path)).hasRedirectedUrl("/spaces");
    }

    @Test
    void letsTheSameAddressHaveAnotherPasswordOnEachPlatform() {
        Reseller second = liveReseller();
        String secondDomain = people.liveDomainOf(second);
        Space there = activeSpace(second, "Florist");
        accept(domain, invite("grace@bakery.example"));
        String path = invite(second, secondDomain, there, "grace@bakery.example");

        assertThat(post(secondDomain, path, null)
                        .param("name", "Grace")
                        .param("newPassword", "another four quiet words"))
                .hasRedirectedUrl("/spaces");

        assertThat(signInAttempt(domain, "grace@bakery.example")).hasRedirectedUrl("/spaces");
        assertThat(signInAttempt(secondDomain, "grace@bakery.example")).hasStatus(HttpStatus.UNAUTHORIZED);
    }

    private Reseller liveReseller() {
        return resellers.save(people.activeReseller().goLive(clock.instant()));
    }

    private Space activeSpace(Reseller owner, String name) {
        return activeSpace(owner, name, "en");
    }

    private Space activeSpace(Reseller owner, String name, String language) {
        Space requested = Space.request(
                PlatformId.of(owner.id()),
                name,
                language,
                null,
                SpaceState.REQUESTED,
                owner.accountId(),
                clock.instant());
        return spaces.save(requested.activate(clock.instant()));
    }

    private Space withId(Space made, UUID id) {
        jdbc.sql("UPDATE space SET id = :id WHERE id = :made")
                .param("id", id)
                .param("made", made.id().value())
                .update();
        return spaces.get(new SpaceId(id));
    }

    private PlatformId domain() {
        return PlatformId.of(reseller.id());
    }

    private Account account(PlatformId platform, String email) {
        return accounts.findByPlatformIdAndCanonicalEmail(platform, email).orElseThrow();
    }

    /** Invites as the reseller and gives the path in the mail. */
    private String invite(String email) {
        return invite(space, email);
    }

    private String invite(Space to, String email) {
        assertThat(post(domain, "/reseller/spaces/" + to.id().value() + "/users", asReseller)
                        .param("emails", email))
                .hasStatus(HttpStatus.SEE_OTHER);
        return link(to, email);
    }

    private String invite(Reseller owner, String host, Space to, String email) {
        Cookie session = signIn(host, people.accountOf(owner).email(), PASSWORD);
        assertThat(post(host, "/reseller/spaces/" + to.id().value() + "/users", session)
                        .param("emails", email))
                .hasStatus(HttpStatus.SEE_OTHER);
        return link(to, email);
    }

    private String link(String email) {
        return link(space, email);
    }

    private String link(Space to, String email) {
        Invitation invitation = invitations.findBySpaceIdOrderByCreatedAtDesc(to.id()).stream()
                .filter(made -> made.email().equals(email))
                .findFirst()
                .orElseThrow();
        QueuedMail mail = new QueuedMail(
                UUID.randomUUID(),
                MailTemplate.INVITATION,
                Recipient.invitee(invitation.id()),
                new Addressee("", email),
                invitation.platformId().reseller().orElse(null),
                List.of(new QueuedMail.Occasion(
                        null, Map.of("invitationId", invitation.id().value().toString()))));
        MailContent content = contents.stream()
                .filter(one -> one.template() == MailTemplate.INVITATION)
                .findFirst()
                .orElseThrow();
        Map<String, Object> fields = Objects.requireNonNull(
                transaction.execute(status -> content.fields(mail).orElseThrow()));
        return "/invitations/" + fields.get("invitationToken");
    }

    private MvcTestResult accept(String host, String path) {
        return post(host, path, null)
                .param("name", "Grace Baker")
                .param("newPassword", PASSWORD)
                .exchange();
    }

    private Cookie signIn(String host, String email, String password) {
        return sessionOf(post(host, "/sign-in", null)
                .param("email", email)
                .param("password", password)
                .exchange());
    }

    private MvcTestResult signInAttempt(String host, String email) {
        return post(host, "/sign-in", null)
                .param("email", email)
                .param("password", PASSWORD)
                .exchange();
    }

    private MockMvcRequestBuilder get(String host, String path, @Nullable Cookie session) {
        MockMvcRequestBuilder request = mvc.get().uri("http://" + host + path).accept(MediaType.TEXT_HTML);
        return session == null ? request : request.cookie(session);
    }

    private MockMvcRequestBuilder post(String host, String path, @Nullable Cookie session) {
        MockMvcRequestBuilder request = mvc.post().uri("http://" + host + path).with(csrf());
        return session == null ? request : request.cookie(session);
    }

    private static Cookie sessionOf(MvcTestResult answer) {
        return Objects.requireNonNull(answer.getResponse().getCookie("session"));
    }
}
