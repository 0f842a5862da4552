package io.rocketbots.onboarding.customer.invitation;

import static io.rocketbots.onboarding.customer.invitation.House.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import io.rocketbots.onboarding.customer.invitation.InvitationLink.Reason;
import io.rocketbots.onboarding.integration.apikey.ApiKey;
import io.rocketbots.onboarding.integration.apikey.ApiKeys;
import io.rocketbots.onboarding.integration.apikey.ApiScope;
import io.rocketbots.onboarding.integration.apikey.CreateApiKey;
import io.rocketbots.onboarding.kernel.id.AccountId;
import io.rocketbots.onboarding.kernel.id.PlatformId;
import io.rocketbots.onboarding.kernel.persistence.OnEachDatabase;
import io.rocketbots.onboarding.kernel.persistence.TestDatabase;
import io.rocketbots.onboarding.tenancy.account.Account;
import io.rocketbots.onboarding.tenancy.account.Accounts;
import io.rocketbots.onboarding.tenancy.account.Role;
import io.rocketbots.onboarding.tenancy.account.SignIn;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import io.rocketbots.onboarding.tenancy.reseller.ResellerMember;
import io.rocketbots.onboarding.tenancy.reseller.Resellers;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OnEachDatabase
class TeamMembersJdbcTest {

    private static final String GRACE = "grace@acme.example";

    private final House house;
    private final Reseller reseller;

    TeamMembersJdbcTest(TestDatabase database) {
        house = new House(database);
        reseller = house.liveReseller();
    }

    @AfterEach
    void close() {
        house.close();
    }

    // going, with keys

    @Test
    void takesTheKeysAlongThatSomebodyMadeWhoIsRemoved() {
        Account grace = joined(createAccount(house.mailed(invited(GRACE))));
        create("Billing", grace.id());
        create("Reports", grace.id());
        create("Shop", reseller.accountId());

        ChangeTeam.Result removed =
                house.the(ChangeTeam.class).remove(reseller.id(), reseller.accountId(), grace.id(), true);

        assertThat(removed).isEqualTo(ChangeTeam.Result.DONE);
        assertThat(keys()).containsExactly("Shop");
    }

    @Test
    void leavesTheKeysToTheTeamWhenItWantsThem() {
        Account grace = joined(createAccount(house.mailed(invited(GRACE))));
        create("Billing", grace.id());

        remove(reseller.accountId(), grace.id());

        assertThat(keys()).containsExactly("Billing");
    }

    @Test
    void revokesNoKeyOfSomebodyWhoStays() {
        create("Shop", reseller.accountId());
        Account grace = joined(createAccount(house.mailed(invited(GRACE))));

        ChangeTeam.Result refused =
                house.the(ChangeTeam.class).remove(reseller.id(), grace.id(), reseller.accountId(), true);

        assertThat(refused).isEqualTo(ChangeTeam.Result.IS_OWNER);
        assertThat(keys()).containsExactly("Shop");
    }

    private void create(String name, AccountId by) {
        house.the(CreateApiKey.class).create(reseller, name, Set.of(ApiScope.SPACES_READ), by, "Grace");
    }

    private List<String> keys() {
        return house.the(ApiKeys.class).of(reseller.id()).stream()
                .map(ApiKey::name)
                .toList();
    }

    // joining

    @Test
    void invitesOnceAndMakesNoAccount() {
        Invitation invitation = invited(GRACE);

        assertThat(invitation.platformId()).isEqualTo(PlatformId.ROCKETBOTS);
        assertThat(house.messages()).containsExactly("invitation-requested");
        assertThat(problem(" Grace@Acme.example ")).isEqualTo("Grace@Acme.example is invited already.");
        assertThat(problem("grace at acme")).contains("not an email address");
        assertThat(house.the(Accounts.class).findByPlatformIdAndCanonicalEmail(PlatformId.ROCKETBOTS, GRACE))
                .isEmpty();
    }

    @Test
    void createsTheAccountOfAResellerWhoMayThenSignInOnTheResellersPlatform() {
        Account grace = joined(createAccount(house.mailed(invited(GRACE))));

        assertThat(grace.roles().has(Role.RESELLER)).isTrue();
        assertThat(grace.roles().has(Role.USER)).isTrue();
        assertThat(members()).containsExactlyInAnyOrder(reseller.accountId(), grace.id());
        assertThat(house.the(Resellers.class).findPresentByAccountId(grace.id()))
                .hasValueSatisfying(found -> assertThat(found.id()).isEqualTo(reseller.id()));
        assertThat(house.the(SignIn.class).belongsTo(grace, PlatformId.of(reseller.id())))
                .isTrue();
        assertThat(problem(GRACE)).isEqualTo(GRACE + " is a team member already.");
    }

    @Test
    void joinsWithTheAccountOfThatVeryAddressAndNoOther() {
        Account grace = house.account(PlatformId.ROCKETBOTS, GRACE);
        Account bruno = house.account(PlatformId.ROCKETBOTS, "bruno@acme.example");
        String token = house.mailed(invited(GRACE));

        assertThat(createAccount(token)).isInstanceOf(AcceptInvitation.Result.SignInFirst.class);
        assertThat(join(token, bruno)).isInstanceOf(AcceptInvitation.Result.SignInFirst.class);
        assertThat(joined(join(token, grace)).roles().has(Role.RESELLER)).isTrue();
        assertThat(members()).contains(grace.id()).doesNotContain(bruno.id());
    }

    @Test
    void leadsNowhereOnAResellersPlatform() {
        String token = house.mailed(invited(GRACE));

        assertThat(house.the(InvitationLinks.class).look(PlatformId.of(reseller.id()), token))
                .isInstanceOfSatisfying(
                        InvitationLink.Dead.class,
                        dead -> assertThat(dead.reason()).isEqualTo(Reason.UNKNOWN));
    }

    @Test
    void tellsOnlyTheReaderOfTheMailThatTheAddressBelongsToAnotherReseller() {
        Reseller other = house.liveReseller();
        Account owner = house.the(Accounts.class).get(other.accountId());
        String token = house.mailed(invited(owner.email()));

        assertThat(reason(token)).isEqualTo(Reason.NOT_FREE);
        assertThat(join(token, owner)).isInstanceOf(AcceptInvitation.Result.Dead.class);
        assertThat(members()).containsExactly(reseller.accountId());
    }

    @Test
    void takesNobodyInWhoDecidesAboutResellers() {
        house.account(PlatformId.ROCKETBOTS, GRACE, Role.REVIEWER);

        assertThat(reason(house.mailed(invited(GRACE)))).isEqualTo(Reason.NOT_FREE);
    }

    @Test
    void admitsOnceThoughALinkIsUsedTwiceAtTheSameTime() throws Exception {
        Account grace = house.account(PlatformId.ROCKETBOTS, GRACE);
        String token = house.mailed(invited(GRACE));

        List<AcceptInvitation.Result> results = atOnce(() -> join(token, grace), () -> join(token, grace));

        assertThat(results).hasAtLeastOneElementOfType(AcceptInvitation.Result.Joined.class);
        assertThat(results).hasAtLeastOneElementOfType(AcceptInvitation.Result.Dead.class);
        assertThat(members()).hasSize(2);
    }

    @Test
    void givesAnAccountToOneOfTwoResellersThatTakeItInAtTheSameTime() throws Exception {
        Account grace = house.account(PlatformId.ROCKETBOTS, GRACE);
        Reseller other = house.liveReseller();
        String ours = house.mailed(invited(GRACE));
        String theirs = house.mailed(invited(other, other.accountId(), GRACE));

        List<AcceptInvitation.Result> results = atOnce(() -> join(ours, grace), () -> join(theirs, grace));

        assertThat(results).hasAtLeastOneElementOfType(AcceptInvitation.Result.Joined.class);
        assertThat(results).hasAtLeastOneElementOfType(AcceptInvitation.Result.Dead.class);
    }

    @Test
    void admitsTwoAtTheSameTime() throws Exception {
        Account grace = house.account(PlatformId.ROCKETBOTS, GRACE);
        Account bruno = house.account(PlatformId.ROCKETBOTS, "bruno@acme.example");
        String first = house.mailed(invited(GRACE));
        String second = house.mailed(invited(bruno.email()));

        atOnce(() -> join(first, grace), () -> join(second, bruno));

        assertThat(members()).containsExactlyInAnyOrder(reseller.accountId(), grace.id(), bruno.id());
    }

    // sending again and taking back

    @Test
    void sendsAgainAndTakesBackOnlyWithinTheTeam() {
        Invitation invitation = invited(GRACE);
        Reseller other = house.liveReseller();
        ResendInvitation resend = house.the(ResendInvitation.class);
        RevokeInvitation revoke = house.the(RevokeInvitation.class);

        assertThat(resend.resend(other.id(), invitation.id())).isEqualTo(ResendInvitation.Result.NOT_THERE);
        assertThat(revoke.revoke(other.id(), invitation.id())).isFalse();
        assertThat(resend.resend(reseller.id(), invitation.id())).isEqualTo(ResendInvitation.Result.TOO_SOON);
        assertThat(revoke.revoke(reseller.id(), invitation.id())).isTrue();
        assertThat(house.stateOf(invitation)).isEqualTo(InvitationState.REVOKED);
    }

    // going

    @Test
    void removesAMemberWithRoleSessionsAndInvitations() {
        Account grace = admitted(GRACE);
        Invitation hers = invited(reseller, grace.id(), "second@grace.example");

        assertThat(remove(reseller.accountId(), grace.id())).isEqualTo(ChangeTeam.Result.DONE);

        Account after = house.the(Accounts.class).get(grace.id());
        assertThat(after.roles().has(Role.RESELLER)).isFalse();
        assertThat(after.sessionGeneration()).isGreaterThan(grace.sessionGeneration());
        assertThat(members()).containsExactly(reseller.accountId());
        assertThat(house.stateOf(hers)).isEqualTo(InvitationState.REVOKED);
        assertThat(mails()).containsExactly("member-removed");
    }

    @Test
    void letsAMemberLeaveWithoutAMail() {
        Account grace = admitted(GRACE);

        assertThat(remove(grace.id(), grace.id())).isEqualTo(ChangeTeam.Result.DONE);
        assertThat(members()).containsExactly(reseller.accountId());
        assertThat(mails()).isEmpty();
    }

    @Test
    void keepsTheOwnerUntilSomebodyElseIs() {
        Account grace = admitted(GRACE);
        AccountId owner = reseller.accountId();

        assertThat(remove(grace.id(), owner)).isEqualTo(ChangeTeam.Result.IS_OWNER);
        assertThat(remove(owner, owner)).isEqualTo(ChangeTeam.Result.IS_OWNER);
        assertThat(transfer(owner, grace.id())).isEqualTo(ChangeTeam.Result.DONE);
        assertThat(remove(owner, owner)).isEqualTo(ChangeTeam.Result.DONE);
        assertThat(members()).containsExactly(grace.id());
    }

    @Test
    void isTransferredByTheOwnerOnlyAndMailsBoth() {
        Account grace = admitted(GRACE);
        AccountId owner = reseller.accountId();

        assertThat(transfer(grace.id(), grace.id())).isEqualTo(ChangeTeam.Result.NOT_ALLOWED);
        assertThat(transfer(owner, house.liveReseller().accountId())).isEqualTo(ChangeTeam.Result.NOT_THERE);
        assertThat(transfer(owner, grace.id())).isEqualTo(ChangeTeam.Result.DONE);
        assertThat(mails()).containsExactlyInAnyOrder("ownership-received", "ownership-transferred");
        assertThat(present().accountId()).isEqualTo(grace.id());
    }

    @Test
    void keepsAnOwnerThoughTheNewOneIsRemovedAtTheSameTime() throws Exception {
        Account grace = admitted(GRACE);
        Account bruno = admitted("bruno@acme.example");

        List<ChangeTeam.Result> results =
                atOnce(() -> transfer(reseller.accountId(), grace.id()), () -> remove(bruno.id(), grace.id()));

        assertThat(results).containsOnlyOnce(ChangeTeam.Result.DONE);
        assertThat(members()).contains(present().accountId());
    }

    @Test
    void changesNothingWhileTheResellerIsSuspended() {
        Account grace = admitted(GRACE);
        String token = house.mailed(invited("ada@acme.example"));
        house.the(Resellers.class).save(present().suspend());

        assertThat(remove(reseller.accountId(), grace.id())).isEqualTo(ChangeTeam.Result.CLOSED);
        assertThat(transfer(reseller.accountId(), grace.id())).isEqualTo(ChangeTeam.Result.CLOSED);
        assertThat(problem("new@acme.example")).isEqualTo("Nobody can be invited at the moment.");
        assertThat(reason(token)).isEqualTo(Reason.TEAM_CLOSED);
    }

    private Invitation invited(String email) {
        return invited(reseller, reseller.accountId(), email);
    }

    private Invitation invited(Reseller to, AccountId by, String email) {
        InviteMember.Result result = house.the(InviteMember.class).invite(to.id(), by, email);
        return house.the(Invitations.class).get(((InviteMember.Result.Invited) result).invitation());
    }

    private String problem(String email) {
        InviteMember.Result result = house.the(InviteMember.class).invite(reseller.id(), reseller.accountId(), email);
        return ((InviteMember.Result.Refused) result).problem();
    }

    private Account admitted(String email) {
        return joined(createAccount(house.mailed(invited(email))));
    }

    private AcceptInvitation.Result createAccount(String token) {
        return house.the(AcceptInvitation.class).createAccount(PlatformId.ROCKETBOTS, token, "Grace Baker", PASSWORD);
    }

    private AcceptInvitation.Result join(String token, Account account) {
        return house.the(AcceptInvitation.class).join(PlatformId.ROCKETBOTS, token, account.id());
    }

    private static Account joined(AcceptInvitation.Result result) {
        return ((AcceptInvitation.Result.Joined) result).account();
    }

    private Reason reason(String token) {
        InvitationLink link = house.the(InvitationLinks.class).look(PlatformId.ROCKETBOTS, token);
        return ((InvitationLink.Dead) link).reason();
    }

    private ChangeTeam.Result remove(AccountId by, AccountId member) {
        return house.the(ChangeTeam.class).remove(reseller.id(), by, member, false);
    }

    private ChangeTeam.Result transfer(AccountId by, AccountId member) {
        return house.the(ChangeTeam.class).transfer(reseller.id(), by, member);
    }

    private Reseller present() {
        return house.the(Resellers.class).get(reseller.id());
    }

    private List<AccountId> members() {
        return present().members().stream().map(ResellerMember::accountId).toList();
    }

    private List<String> mails() {
        return house.column("SELECT template FROM mail_message ORDER BY seq");
    }

    private static <T> List<T> atOnce(Callable<T> one, Callable<T> other) throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<T> first = threads.submit(() -> {
                start.await();
                return one.call();
            });
            Future<T> second = threads.submit(() -> {
                start.await();
                return other.call();
            });
            return List.of(Objects.requireNonNull(first.get()), Objects.requireNonNull(second.get()));
        }
    }
}
