package io.rocketbots.onboarding.customer.invitation;

import static io.rocketbots.onboarding.customer.invitation.House.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.rocketbots.onboarding.customer.invitation.InvitationLink.Reason;
import io.rocketbots.onboarding.customer.invitation.InviteToSpace.What;
import io.rocketbots.onboarding.customer.space.Space;
import io.rocketbots.onboarding.customer.space.SpaceAccess;
import io.rocketbots.onboarding.customer.space.SpaceHistory;
import io.rocketbots.onboarding.customer.space.SpaceMembers;
import io.rocketbots.onboarding.customer.space.SpaceRole;
import io.rocketbots.onboarding.customer.space.SpaceVisitor;
import io.rocketbots.onboarding.kernel.id.AccountId;
import io.rocketbots.onboarding.kernel.id.PlatformId;
import io.rocketbots.onboarding.kernel.mail.MailRefused;
import io.rocketbots.onboarding.kernel.mail.Recipient;
import io.rocketbots.onboarding.kernel.persistence.OnEachDatabase;
import io.rocketbots.onboarding.kernel.persistence.TestDatabase;
import io.rocketbots.onboarding.tenancy.account.Account;
import io.rocketbots.onboarding.tenancy.account.Accounts;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import io.rocketbots.onboarding.tenancy.reseller.Resellers;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OnEachDatabase
class InvitationJdbcTest {

    private static final String GRACE = "grace@bakery.example";

    private final House house;
    private final Reseller reseller;
    private final Space space;
    private final SpaceVisitor asReseller;

    InvitationJdbcTest(TestDatabase database) {
        house = new House(database);
        reseller = house.liveReseller();
        space = house.activeSpace(reseller);
        asReseller = house.reseller(reseller, space);
    }

    @AfterEach
    void close() {
        house.close();
    }

    // inviting

    @Test
    void invitesSeveralAtOnceHoweverTheyAreTyped() {
        InviteToSpace.Result.Done done = done(
                "grace@bakery.example, Bruno Baker <bruno@bakery.example>;\r\nada@bakery.example\nGrace@Bakery.example");

        assertThat(done.invited())
                .extracting(InviteToSpace.Answer::email)
                .containsExactly("grace@bakery.example", "bruno@bakery.example", "ada@bakery.example");
        assertThat(house.messages())
                .containsExactly("invitation-requested", "invitation-requested", "invitation-requested");
    }

    @Test
    void namesTheAddressThatIsNoneAndInvitesNobody() {
        InviteToSpace.Result result = invite(asReseller, "grace@bakery.example, bruno at bakery", SpaceRole.OWNER);

        assertThat(result)
                .isInstanceOfSatisfying(
                        InviteToSpace.Result.Faulty.class,
                        faulty -> assertThat(faulty.problems())
                                .containsEntry("emails", "“bruno at bakery” is not an email address."));
        assertThat(house.messages()).isEmpty();
    }

    @Test
    void invitesAtMostFiftyAtOnce() {
        String many = IntStream.rangeClosed(1, 51)
                .mapToObj(i -> "guest" + i + "@bakery.example")
                .collect(Collectors.joining("\n"));

        assertThat(invite(asReseller, many, SpaceRole.OWNER))
                .isInstanceOfSatisfying(
                        InviteToSpace.Result.Faulty.class,
                        faulty -> assertThat(faulty.problems().get("emails")).contains("at most 50", "51"));
    }

    @Test
    void saysOfEachAddressWhatItIsAlreadyWithoutFailingTheOthers() {
        SpaceVisitor member = house.member(space, SpaceRole.AGENT);
        house.invited(asReseller, GRACE, SpaceRole.OWNER);
        String present = emailOf(member.account());
        String resellers = emailOf(reseller.accountId());

        InviteToSpace.Result.Done done = done(String.join(",", present, GRACE, resellers, "new@bakery.example"));

        assertThat(done.answers())
                .extracting(InviteToSpace.Answer::what)
                .containsExactly(What.ALREADY_MEMBER, What.ALREADY_INVITED, What.IS_RESELLER, What.INVITED);
    }

    @Test
    void letsNobodyInviteAboveTheirOwnRole() {
        SpaceVisitor manager = house.member(space, SpaceRole.MANAGER);
        SpaceVisitor agent = house.member(space, SpaceRole.AGENT);

        assertThat(invite(manager, GRACE, SpaceRole.MANAGER)).isInstanceOf(InviteToSpace.Result.Faulty.class);
        assertThat(invite(agent, GRACE, SpaceRole.AGENT)).isInstanceOf(InviteToSpace.Result.Faulty.class);
        assertThat(invite(manager, GRACE, SpaceRole.AGENT)).isInstanceOf(InviteToSpace.Result.Done.class);
    }

    @Test
    void boundsHowManyOnePersonInvitesInATime() {
        String fifty = IntStream.rangeClosed(1, 50)
                .mapToObj(i -> "guest" + i + "@bakery.example")
                .collect(Collectors.joining("\n"));
        done(fifty);
        done(fifty.replace("guest", "other"));

        assertThat(invite(asReseller, GRACE, SpaceRole.OWNER)).isInstanceOf(InviteToSpace.Result.Faulty.class);
        house.passes(Duration.ofHours(2));
        assertThat(invite(asReseller, GRACE, SpaceRole.OWNER)).isInstanceOf(InviteToSpace.Result.Done.class);
    }

    @Test
    void invitesAnAddressOnceThoughTwoDoItAtTheSameTime() throws Exception {
        SpaceVisitor owner = house.member(space, SpaceRole.OWNER);

        atOnce(() -> invite(asReseller, GRACE, SpaceRole.OWNER), () -> invite(owner, GRACE, SpaceRole.AGENT));

        assertThat(house.messages()).containsExactly("invitation-requested");
    }

    @Test
    void preparesInvitationsUntilThePlatformIsLive() {
        Reseller onboarding = house.onboardingReseller();
        SpaceVisitor by = house.reseller(onboarding, house.waitingSpace(onboarding));

        Invitation prepared = house.invited(by, GRACE, SpaceRole.OWNER);
        assertThat(prepared.state()).isEqualTo(InvitationState.PREPARED);
        assertThat(house.messages()).isEmpty();

        house.inTransaction(() -> {
            house.the(Resellers.class).save(onboarding.goLive(house.now()));
            house.the(ReleaseInvitations.class).of(onboarding.id());
            return true;
        });
        assertThat(house.stateOf(prepared)).isEqualTo(InvitationState.OPEN);
        assertThat(house.messages()).containsExactly("invitation-requested");
    }

    // accepting

    @Test
    void makesNoAccountBeforeTheLinkIsUsed() {
        Invitation invitation = house.invited(asReseller, GRACE, SpaceRole.OWNER);
        String token = house.mailed(invitation);

        assertThat(look(token)).isInstanceOf(InvitationLink.Good.class);
        assertThat(grace(space.platformId())).isEmpty();
    }

    @Test
    void createsAccountAndAccessAtOnce() {
        Invitation invitation = house.invited(asReseller, GRACE, SpaceRole.OWNER);
        String token = house.mailed(invitation);

        AcceptInvitation.Result result = createAccount(token);

        AccountId account = ((AcceptInvitation.Result.Joined) result).account().id();
        assertThat(house.the(SpaceAccess.class).of(account, space.platformId(), space.id()))
                .hasValueSatisfying(visitor -> assertThat(visitor.role()).isEqualTo(SpaceRole.OWNER));
        assertThat(house.stateOf(invitation)).isEqualTo(InvitationState.ACCEPTED);
        assertThat(house.messages()).containsExactly("invitation-requested", "invitation-accepted");
        assertThat(house.the(SpaceHistory.class).latest(space.id(), 10))
                .extracting(SpaceHistory.Entry::what, SpaceHistory.Entry::name)
                .containsExactly(tuple(SpaceHistory.What.JOINED, "Grace Baker"));
        assertThat(reason(token)).isEqualTo(Reason.ACCEPTED);
    }

    @Test
    void letsOnlyOneOfTwoUseALink() throws Exception {
        String token = house.mailed(house.invited(asReseller, GRACE, SpaceRole.OWNER));

        List<AcceptInvitation.Result> results = atOnce(() -> createAccount(token), () -> createAccount(token));

        assertThat(results)
                .filteredOn(AcceptInvitation.Result.Joined.class::isInstance)
                .hasSize(1);
        assertThat(results)
                .filteredOn(AcceptInvitation.Result.Dead.class::isInstance)
                .hasSize(1);
        assertThat(house.messages()).containsExactly("invitation-requested", "invitation-accepted");
    }

    @Test
    void keepsTheLinkGoodWhenSomethingIsToBeCorrected() {
        String token = house.mailed(house.invited(asReseller, GRACE, SpaceRole.OWNER));

        AcceptInvitation.Result result =
                house.the(AcceptInvitation.class).createAccount(space.platformId(), token, " ", "short");

        assertThat(result)
                .isInstanceOfSatisfying(
                        AcceptInvitation.Result.Faulty.class,
                        faulty -> assertThat(faulty.problems()).containsOnlyKeys("name", "newPassword"));
        assertThat(look(token)).isInstanceOf(InvitationLink.Good.class);
    }

    @Test
    void joinsOnlyWithTheVeryAccountThatWasInvited() {
        Account grace = house.account(space.platformId(), GRACE);
        Account other = house.account(space.platformId(), "other@bakery.example");
        String token = house.mailed(house.invited(asReseller, GRACE, SpaceRole.AGENT));
        AcceptInvitation accept = house.the(AcceptInvitation.class);

        assertThat(createAccount(token)).isInstanceOf(AcceptInvitation.Result.SignInFirst.class);
        assertThat(accept.join(space.platformId(), token, other.id()))
                .isInstanceOf(AcceptInvitation.Result.SignInFirst.class);
        assertThat(accept.join(space.platformId(), token, grace.id()))
                .isInstanceOf(AcceptInvitation.Result.Joined.class);
    }

    @Test
    void knowsNoInvitationOfAnotherPlatform() {
        String token = house.mailed(house.invited(asReseller, GRACE, SpaceRole.OWNER));
        PlatformId others = PlatformId.of(house.liveReseller().id());

        assertThat(house.the(InvitationLinks.class).look(others, token))
                .isInstanceOfSatisfying(
                        InvitationLink.Dead.class,
                        dead -> assertThat(dead.reason()).isEqualTo(Reason.UNKNOWN));
        assertThat(house.the(AcceptInvitation.class).createAccount(PlatformId.ROCKETBOTS, token, "Grace", PASSWORD))
                .isInstanceOf(AcceptInvitation.Result.Dead.class);
    }

    @Test
    void givesTheSameAddressAnAccountOnEachPlatform() {
        Account elsewhere = house.account(PlatformId.ROCKETBOTS, GRACE);
        Reseller second = house.liveReseller();
        Space there = house.activeSpace(second);
        String here = house.mailed(house.invited(asReseller, GRACE, SpaceRole.OWNER));
        String too = house.mailed(house.invited(house.reseller(second, there), GRACE, SpaceRole.OWNER));

        createAccount(here);
        house.the(AcceptInvitation.class).createAccount(there.platformId(), too, "Grace", "another good password");

        assertThat(List.of(
                        elsewhere.id(),
                        grace(space.platformId()).orElseThrow().id(),
                        grace(there.platformId()).orElseThrow().id()))
                .doesNotHaveDuplicates();
    }

    @Test
    void isDeadOnceWhoInvitedCannotInviteAnyMore() {
        SpaceVisitor owner = house.member(space, SpaceRole.OWNER);
        SpaceVisitor other = house.member(space, SpaceRole.OWNER);
        String token = house.mailed(house.invited(owner, GRACE, SpaceRole.MANAGER));

        house.the(ChangeMember.class).change(other, owner.account(), SpaceRole.AGENT);

        assertThat(reason(token)).isEqualTo(Reason.INVITER_GONE);
        assertThat(createAccount(token)).isInstanceOf(AcceptInvitation.Result.Dead.class);
    }

    // sending again, taking back, running out

    @Test
    void voidsEveryEarlierLinkWhenItIsSentAgain() {
        Invitation invitation = house.invited(asReseller, GRACE, SpaceRole.OWNER);
        String first = house.mailed(invitation);
        String reminder = house.mailed(invitation);

        assertThat(resend(invitation)).isEqualTo(ResendInvitation.Result.TOO_SOON);
        house.passes(Duration.ofMinutes(2));
        assertThat(resend(invitation)).isEqualTo(ResendInvitation.Result.SENT);
        String latest = house.mailed(invitation);

        assertThat(List.of(reason(first), reason(reminder))).containsOnly(Reason.REPLACED);
        assertThat(look(latest)).isInstanceOf(InvitationLink.Good.class);
        assertThat(house.messages()).containsExactly("invitation-requested", "invitation-resent");
    }

    @Test
    void isDeadOnceItIsTakenBack() {
        Invitation invitation = house.invited(asReseller, GRACE, SpaceRole.OWNER);
        String token = house.mailed(invitation);

        assertThat(house.the(RevokeInvitation.class).revoke(asReseller, invitation.id()))
                .isTrue();
        assertThat(house.the(RevokeInvitation.class).revoke(asReseller, invitation.id()))
                .isFalse();

        assertThat(reason(token)).isEqualTo(Reason.REVOKED);
        assertThat(house.messages()).containsExactly("invitation-requested", "invitation-revoked");
        assertThat(done(GRACE).invited()).hasSize(1);
    }

    @Test
    void touchesNoInvitationOfAnotherSpace() {
        Invitation invitation = house.invited(asReseller, GRACE, SpaceRole.OWNER);
        Reseller second = house.liveReseller();
        SpaceVisitor stranger = house.reseller(second, house.activeSpace(second));

        assertThat(house.the(RevokeInvitation.class).revoke(stranger, invitation.id()))
                .isFalse();
        assertThat(house.the(ResendInvitation.class).resend(stranger, invitation.id()))
                .isEqualTo(ResendInvitation.Result.NOT_THERE);
    }

    @Test
    void isDeadWhenItsTimeIsOver() {
        String token = house.mailed(house.invited(asReseller, GRACE, SpaceRole.OWNER));

        house.passes(Duration.ofDays(14));

        assertThat(reason(token)).isEqualTo(Reason.EXPIRED);
    }

    @Test
    void endsWhenThereIsNobodyAtTheAddress() {
        Invitation invitation = house.invited(asReseller, GRACE, SpaceRole.OWNER);

        house.inTransaction(() -> {
            house.the(InvitedPeople.class).end(new MailRefused(Recipient.invitee(invitation.id())));
            return true;
        });

        assertThat(house.stateOf(invitation)).isEqualTo(InvitationState.UNDELIVERABLE);
        assertThat(house.messages()).containsExactly("invitation-requested", "invitation-undeliverable");
    }

    // members

    @Test
    void keepsAnOwnerThoughTwoAreRemovedAtTheSameTime() throws Exception {
        SpaceVisitor one = house.member(space, SpaceRole.OWNER);
        SpaceVisitor two = house.member(space, SpaceRole.OWNER);
        ChangeMember change = house.the(ChangeMember.class);

        List<ChangeMember.Result> results =
                atOnce(() -> change.remove(one, two.account()), () -> change.remove(two, one.account()));

        assertThat(results).containsExactlyInAnyOrder(ChangeMember.Result.DONE, ChangeMember.Result.LAST_OWNER);
        assertThat(house.the(SpaceMembers.class).countBySpaceIdAndRole(space.id(), SpaceRole.OWNER))
                .isEqualTo(1);
    }

    @Test
    void neitherRemovesNorDemotesTheLastOwner() {
        SpaceVisitor owner = house.member(space, SpaceRole.OWNER);
        ChangeMember change = house.the(ChangeMember.class);

        assertThat(change.remove(asReseller, owner.account())).isEqualTo(ChangeMember.Result.LAST_OWNER);
        assertThat(change.remove(owner, owner.account())).isEqualTo(ChangeMember.Result.LAST_OWNER);
        assertThat(change.change(owner, owner.account(), SpaceRole.AGENT)).isEqualTo(ChangeMember.Result.LAST_OWNER);
    }

    @Test
    void letsAManagerRemoveAgentsOnly() {
        SpaceVisitor owner = house.member(space, SpaceRole.OWNER);
        SpaceVisitor manager = house.member(space, SpaceRole.MANAGER);
        SpaceVisitor agent = house.member(space, SpaceRole.AGENT);
        ChangeMember change = house.the(ChangeMember.class);

        assertThat(change.remove(manager, owner.account())).isEqualTo(ChangeMember.Result.NOT_ALLOWED);
        assertThat(change.change(manager, agent.account(), SpaceRole.MANAGER))
                .isEqualTo(ChangeMember.Result.NOT_ALLOWED);
        assertThat(change.remove(manager, agent.account())).isEqualTo(ChangeMember.Result.DONE);
        assertThat(house.the(SpaceAccess.class).of(agent.account(), space.platformId(), space.id()))
                .isEmpty();
    }

    @Test
    void letsEverybodyLeave() {
        SpaceVisitor agent = house.member(space, SpaceRole.AGENT);

        assertThat(house.the(ChangeMember.class).remove(agent, agent.account())).isEqualTo(ChangeMember.Result.DONE);

        assertThat(house.the(SpaceHistory.class).latest(space.id(), 1))
                .extracting(SpaceHistory.Entry::what)
                .containsExactly(SpaceHistory.What.LEFT);
    }

    @Test
    void notesAVisitOfTheResellerOnce() {
        SpaceHistory history = house.the(SpaceHistory.class);
        history.enter(asReseller);
        house.passes(Duration.ofMinutes(10));
        history.enter(asReseller);
        assertThat(history.latest(space.id(), 10)).hasSize(1);

        house.passes(Duration.ofHours(1));
        history.enter(asReseller);

        assertThat(history.latest(space.id(), 10))
                .extracting(SpaceHistory.Entry::what)
                .containsExactly(SpaceHistory.What.ENTERED_AS_RESELLER, SpaceHistory.What.ENTERED_AS_RESELLER);
    }

    private InviteToSpace.Result invite(SpaceVisitor by, String emails, SpaceRole role) {
        return house.the(InviteToSpace.class).invite(by, emails, role);
    }

    private InviteToSpace.Result.Done done(String emails) {
        return (InviteToSpace.Result.Done) invite(asReseller, emails, SpaceRole.OWNER);
    }

    private AcceptInvitation.Result createAccount(String token) {
        return house.the(AcceptInvitation.class).createAccount(space.platformId(), token, "Grace Baker", PASSWORD);
    }

    private ResendInvitation.Result resend(Invitation invitation) {
        return house.the(ResendInvitation.class).resend(asReseller, invitation.id());
    }

    private InvitationLink look(String token) {
        return house.the(InvitationLinks.class).look(space.platformId(), token);
    }

    private Reason reason(String token) {
        return ((InvitationLink.Dead) look(token)).reason();
    }

    private Optional<Account> grace(PlatformId platform) {
        return house.the(Accounts.class).findByPlatformIdAndCanonicalEmail(platform, GRACE);
    }

    private String emailOf(AccountId account) {
        return house.the(Accounts.class).get(account).email();
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
            return List.of(result(first), result(second));
        }
    }

    private static <T> T result(Future<T> future) throws InterruptedException, ExecutionException {
        return Objects.requireNonNull(future.get());
    }
}
