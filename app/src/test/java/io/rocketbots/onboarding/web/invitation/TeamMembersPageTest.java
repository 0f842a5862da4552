package io.rocketbots.onboarding.web.invitation;

import static io.rocketbots.onboarding.web.People.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.rocketbots.onboarding.customer.invitation.Invitation;
import io.rocketbots.onboarding.customer.invitation.InvitationState;
import io.rocketbots.onboarding.customer.invitation.Invitations;
import io.rocketbots.onboarding.integration.apikey.ApiKey;
import io.rocketbots.onboarding.integration.apikey.ApiKeys;
import io.rocketbots.onboarding.kernel.id.PlatformId;
import io.rocketbots.onboarding.kernel.mail.Addressee;
import io.rocketbots.onboarding.kernel.mail.MailContent;
import io.rocketbots.onboarding.kernel.mail.MailTemplate;
import io.rocketbots.onboarding.kernel.mail.QueuedMail;
import io.rocketbots.onboarding.kernel.mail.Recipient;
import io.rocketbots.onboarding.tenancy.account.Account;
import io.rocketbots.onboarding.tenancy.account.Accounts;
import io.rocketbots.onboarding.tenancy.account.Role;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import io.rocketbots.onboarding.tenancy.reseller.Resellers;
import io.rocketbots.onboarding.web.People;
import io.rocketbots.onboarding.web.WholeApp;
import jakarta.servlet.http.Cookie;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

@WholeApp
class TeamMembersPageTest {

    private static final String ROCKETBOTS = "localhost";
    private static final String SECTION = "/reseller#team-members";
    private static final String TEAM = "/reseller/team-members";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    People people;

    @Autowired
    Resellers resellers;

    @Autowired
    Accounts accounts;

    @Autowired
    Invitations invitations;

    @Autowired
    ApiKeys apiKeys;

    @Autowired
    List<MailContent> contents;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    private Reseller reseller;
    private String grace;
    private Cookie asOwner;

    @BeforeEach
    void open() {
        reseller = resellers.save(people.activeReseller().goLive(clock.instant()));
        grace = "grace-" + UUID.randomUUID() + "@acme.example";
        asOwner = signIn(ROCKETBOTS, people.accountOf(reseller).email());
    }

    @Test
    void showsTheOwnerAndLeadsThereFromTheModule() {
        assertThat(get(ROCKETBOTS, "/reseller", asOwner))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "href=\"#team-members\"",
                        "data-member=\"" + people.accountOf(reseller).email() + "\"",
                        "Owner",
                        "transfer the ownership first");
    }

    @Test
    void namesNoSupplierOnTheResellersDomain() {
        String domain = people.liveDomainOf(reseller);
        Cookie session = signIn(domain, people.accountOf(reseller).email());

        assertThat(post(domain, TEAM, session).param("email", grace)).hasRedirectedUrl(SECTION);
        assertThat(get(domain, "/reseller", session))
                .hasStatusOk()
                .bodyText()
                .contains("Team Members", "They get a mail from the platform provider", grace)
                .doesNotContainIgnoringCase("rocketbots");
    }

    @Test
    void saysWhatIsWrongAtTheFieldAndKeepsWhatWasTyped() {
        assertThat(post(ROCKETBOTS, TEAM, asOwner).param("email", "grace at acme"))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyText()
                .contains("This is not an email address.", "value=\"grace at acme\"");
    }

    @Test
    void createsTheAccountOfAMemberWhoIsThenInTheModuleOnBothPlatforms() {
        String domain = people.liveDomainOf(reseller);
        String path = invite(grace);

        assertThat(get(domain, path, null)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get(ROCKETBOTS, path, null))
                .hasStatusOk()
                .bodyText()
                .contains("invites you to the team of", reseller.companyName(), grace);
        MvcTestResult accepted = accept(path);

        assertThat(accepted).hasStatus(HttpStatus.SEE_OTHER).hasRedirectedUrl("/reseller");
        assertThat(get(ROCKETBOTS, "/reseller", sessionOf(accepted)))
                .hasStatusOk()
                .bodyText()
                .contains("data-member=\"" + grace + "\"", "Leave")
                .doesNotContain("Transfer Ownership");
        assertThat(get(domain, "/reseller", signIn(domain, grace))).hasStatusOk();
    }

    @Test
    void joinsWithTheAccountThatIsSignedIn() {
        Account existing = people.active(Role.USER);
        String path = invite(existing.email());
        Cookie session = signIn(ROCKETBOTS, existing.email());

        assertThat(get(ROCKETBOTS, path, session)).bodyText().contains("Join Team");
        assertThat(post(ROCKETBOTS, path, session)).hasRedirectedUrl("/reseller");
        assertThat(get(ROCKETBOTS, "/reseller", session)).hasStatusOk();
    }

    @Test
    void refusesAnAddressOfAnotherResellerOnlyToItsReader() {
        Account other = people.accountOf(people.activeReseller());

        String path = invite(other.email());

        assertThat(get(ROCKETBOTS, path, null))
                .hasStatus(HttpStatus.NOT_FOUND)
                .bodyText()
                .contains("cannot join");
    }

    @Test
    void removesAMemberWhoseSessionEndsAtOnce() {
        Cookie session = sessionOf(accept(invite(grace)));

        assertThat(post(ROCKETBOTS, TEAM + "/" + idOf(grace) + "/remove", asOwner))
                .hasRedirectedUrl(SECTION);
        assertThat(get(ROCKETBOTS, "/reseller", session)).hasStatus(HttpStatus.FOUND);
        assertThat(get(ROCKETBOTS, "/reseller", asOwner)).bodyText().doesNotContain("data-member=\"" + grace);
    }

    @Test
    void revokesTheKeysOfAMemberWhoIsRemovedUnlessTheOwnerWantsThemKept() {
        Cookie member = sessionOf(accept(invite(grace)));
        createKey("Billing", member);
        createKey("Reports", member);
        createKey("Shop", asOwner);

        assertThat(get(ROCKETBOTS, "/reseller", asOwner))
                .bodyText()
                .containsPattern("name=\"revokeKeys\" value=\"true\" checked>\\s*<label[^>]*>"
                        + "Also revoke the 2 API keys this person created</label>");
        assertThat(get(ROCKETBOTS, "/reseller", member))
                .bodyText()
                .contains("Also revoke the 2 API keys you created")
                .doesNotContain("this person created");
        assertThat(post(ROCKETBOTS, TEAM + "/" + idOf(grace) + "/remove", asOwner)
                        .param("revokeKeys", "true"))
                .hasRedirectedUrl(SECTION);

        assertThat(keys()).containsExactly("Shop");
    }

    @Test
    void keepsTheKeysOfAMemberWhoLeavesAndWantsThatSo() {
        Cookie member = sessionOf(accept(invite(grace)));
        createKey("Billing", member);

        assertThat(post(ROCKETBOTS, TEAM + "/leave", member)).hasRedirectedUrl("/spaces");

        assertThat(keys()).containsExactly("Billing");
    }

    private void createKey(String name, Cookie session) {
        assertThat(post(ROCKETBOTS, "/reseller/api-keys", session)
                        .param("name", name)
                        .param("scopes", "spaces:read"))
                .hasStatus(HttpStatus.SEE_OTHER);
    }

    private List<String> keys() {
        return apiKeys.of(reseller.id()).stream().map(ApiKey::name).toList();
    }

    @Test
    void keepsTheOwner() {
        Cookie member = sessionOf(accept(invite(grace)));
        UUID owner = reseller.accountId().value();

        assertThat(post(ROCKETBOTS, TEAM + "/" + owner + "/remove", member))
                .hasStatus(HttpStatus.CONFLICT)
                .bodyText()
                .contains("Transfer the ownership to somebody else first.");
        assertThat(post(ROCKETBOTS, TEAM + "/leave", asOwner)).hasStatus(HttpStatus.CONFLICT);
        assertThat(post(ROCKETBOTS, TEAM + "/" + idOf(grace) + "/transfer", member))
                .hasStatus(HttpStatus.CONFLICT)
                .bodyText()
                .contains("Only the owner can do that.");
    }

    @Test
    void transfersTheOwnershipAfterWhichTheFormerOwnerMayLeave() {
        Cookie member = sessionOf(accept(invite(grace)));

        assertThat(post(ROCKETBOTS, TEAM + "/" + idOf(grace) + "/transfer", asOwner))
                .hasRedirectedUrl(SECTION);
        MvcTestResult left = post(ROCKETBOTS, TEAM + "/leave", asOwner).exchange();

        assertThat(left).hasRedirectedUrl("/spaces");
        assertThat(get(ROCKETBOTS, "/reseller", member)).bodyText().contains("As the owner you cannot leave");
        assertThat(resellers.get(reseller.id()).accountId().value()).isEqualTo(idOf(grace));
    }

    @Test
    void takesBackAnInvitation() {
        String path = invite(grace);
        Invitation invitation = latest(grace);

        assertThat(post(ROCKETBOTS, TEAM + "/invitations/" + invitation.id().value() + "/revoke", asOwner))
                .hasRedirectedUrl(SECTION);
        assertThat(invitations.get(invitation.id()).state()).isEqualTo(InvitationState.REVOKED);
        assertThat(get(ROCKETBOTS, path, null)).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void changesNothingWhileTheResellerIsSuspended() {
        resellers.save(reseller.suspend());

        assertThat(post(ROCKETBOTS, TEAM, asOwner).param("email", grace)).hasStatus(HttpStatus.CONFLICT);
        assertThat(invitations.findByResellerIdOrderByCreatedAtDesc(reseller.id()))
                .isEmpty();
    }

    /** Invites as the owner and gives the path in the mail. */
    private String invite(String email) {
        assertThat(post(ROCKETBOTS, TEAM, asOwner).param("email", email)).hasRedirectedUrl(SECTION);
        Invitation invitation = latest(email);
        QueuedMail mail = new QueuedMail(
                UUID.randomUUID(),
                MailTemplate.TEAM_INVITATION,
                Recipient.invitee(invitation.id()),
                new Addressee("", email),
                null,
                List.of(new QueuedMail.Occasion(
                        null, Map.of("invitationId", invitation.id().value().toString()))));
        MailContent content = contents.stream()
                .filter(one -> one.template() == MailTemplate.TEAM_INVITATION)
                .findFirst()
                .orElseThrow();
        Map<String, Object> fields = Objects.requireNonNull(
                transaction.execute(status -> content.fields(mail).orElseThrow()));
        return "/invitations/" + fields.get("invitationToken");
    }

    private Invitation latest(String email) {
        return invitations.findByResellerIdOrderByCreatedAtDesc(reseller.id()).stream()
                .filter(made -> made.email().equals(email))
                .findFirst()
                .orElseThrow();
    }

    private UUID idOf(String email) {
        return accounts.findByPlatformIdAndCanonicalEmail(PlatformId.ROCKETBOTS, email)
                .orElseThrow()
                .id()
                .value();
    }

    private MvcTestResult accept(String path) {
        return post(ROCKETBOTS, path, null)
                .param("name", "Grace Baker")
                .param("newPassword", PASSWORD)
                .exchange();
    }

    private Cookie signIn(String host, String email) {
        return sessionOf(post(host, "/sign-in", null)
                .param("email", email)
                .param("password", PASSWORD)
                .exchange());
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
