package io.rocketbots.onboarding.customer.invitation;

import io.rocketbots.onboarding.admission.application.ApplicantContact;
import io.rocketbots.onboarding.admission.application.Application;
import io.rocketbots.onboarding.admission.application.Applications;
import io.rocketbots.onboarding.admission.application.Company;
import io.rocketbots.onboarding.customer.space.Space;
import io.rocketbots.onboarding.customer.space.SpaceAccess;
import io.rocketbots.onboarding.customer.space.SpaceHistory;
import io.rocketbots.onboarding.customer.space.SpaceMember;
import io.rocketbots.onboarding.customer.space.SpaceMembers;
import io.rocketbots.onboarding.customer.space.SpaceRole;
import io.rocketbots.onboarding.customer.space.SpaceRoster;
import io.rocketbots.onboarding.customer.space.SpaceState;
import io.rocketbots.onboarding.customer.space.SpaceVisitor;
import io.rocketbots.onboarding.customer.space.Spaces;
import io.rocketbots.onboarding.integration.apikey.ApiKeys;
import io.rocketbots.onboarding.integration.apikey.CreateApiKey;
import io.rocketbots.onboarding.integration.apikey.RevokeApiKey;
import io.rocketbots.onboarding.kernel.id.AccountId;
import io.rocketbots.onboarding.kernel.id.InvitationId;
import io.rocketbots.onboarding.kernel.id.PlatformId;
import io.rocketbots.onboarding.kernel.mail.Mails;
import io.rocketbots.onboarding.kernel.mail.TeamDirectory;
import io.rocketbots.onboarding.kernel.outbox.Outbox;
import io.rocketbots.onboarding.kernel.persistence.SettableClock;
import io.rocketbots.onboarding.kernel.persistence.TestDatabase;
import io.rocketbots.onboarding.kernel.persistence.TestRepositories;
import io.rocketbots.onboarding.kernel.timeline.Timeline;
import io.rocketbots.onboarding.tenancy.account.AccessLog;
import io.rocketbots.onboarding.tenancy.account.Account;
import io.rocketbots.onboarding.tenancy.account.Accounts;
import io.rocketbots.onboarding.tenancy.account.OpenAccount;
import io.rocketbots.onboarding.tenancy.account.PasswordRules;
import io.rocketbots.onboarding.tenancy.account.Passwords;
import io.rocketbots.onboarding.tenancy.account.Role;
import io.rocketbots.onboarding.tenancy.account.Roles;
import io.rocketbots.onboarding.tenancy.account.SignIn;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import io.rocketbots.onboarding.tenancy.reseller.Resellers;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Resellers, Spaces and the people in them, made by real transitions in a database. */
public final class House implements AutoCloseable {

    public static final String PASSWORD = "four quiet words here";

    static final InvitationTerms TERMS = new InvitationTerms(
            Duration.ofDays(3),
            Duration.ofDays(7),
            Duration.ofDays(14),
            100,
            Duration.ofHours(1),
            Duration.ofMinutes(1));

    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-02T08:00:00Z"));
    private final AnnotationConfigApplicationContext context;

    public House(TestDatabase database, Class<?>... more) {
        context = database.with(
                clock,
                Stream.concat(
                                Stream.of(
                                        TestRepositories.class,
                                        AccessLog.class,
                                        Passwords.class,
                                        PasswordRules.class,
                                        OpenAccount.class,
                                        SignIn.class,
                                        SpaceAccess.class,
                                        SpaceRoster.class,
                                        SpaceHistory.class,
                                        Outbox.class,
                                        Timeline.class,
                                        Mails.class,
                                        InvitationTokens.class,
                                        InvitationLinks.class,
                                        LockedLinks.class,
                                        GrantMembership.class,
                                        InviteToSpace.class,
                                        AcceptInvitation.class,
                                        ResendInvitation.class,
                                        RevokeInvitation.class,
                                        ReleaseInvitations.class,
                                        InvitedPeople.class,
                                        ChangeMember.class,
                                        InviteMember.class,
                                        ChangeTeam.class,
                                        ApiKeys.class,
                                        CreateApiKey.class,
                                        RevokeApiKey.class),
                                Stream.of(more))
                        .toArray(Class<?>[]::new));
        context.registerBean(InvitationTerms.class, () -> TERMS);
        context.registerBean(TeamDirectory.class, NobodyOnTheTeam::new);
        context.refresh();
    }

    private record NobodyOnTheTeam() implements TeamDirectory {
        @Override
        public List<AccountId> members(String team) {
            return List.of();
        }

        @Override
        public List<AccountId> leads() {
            return List.of();
        }
    }

    @Override
    public void close() {
        context.close();
    }

    public <T> T the(Class<T> bean) {
        return context.getBean(bean);
    }

    /** Every bean of that kind. */
    public <T> Collection<T> all(Class<T> kind) {
        return context.getBeansOfType(kind).values();
    }

    public <T> T inTransaction(Supplier<T> work) {
        return Objects.requireNonNull(the(TransactionTemplate.class).execute(status -> work.get()));
    }

    public void passes(Duration time) {
        clock.advance(time);
    }

    public Instant now() {
        return clock.instant();
    }

    public Reseller onboardingReseller() {
        Application submitted = Application.submit(
                new Company("Acme", "https://acme.example", "DE", 10, "Chat"),
                new ApplicantContact("Ada", UUID.randomUUID() + "@acme.example"),
                clock.instant(),
                Duration.ofHours(72));
        Application application = the(Applications.class).save(submitted);
        Account account = account(PlatformId.ROCKETBOTS, UUID.randomUUID() + "@acme.example", Role.RESELLER);
        return the(Resellers.class)
                .save(Reseller.create(
                        application.id(),
                        account.id(),
                        "Acme",
                        UUID.randomUUID().toString(),
                        clock.instant()));
    }

    public Reseller liveReseller() {
        return the(Resellers.class).save(onboardingReseller().goLive(clock.instant()));
    }

    public Space activeSpace(Reseller reseller) {
        return the(Spaces.class).save(requested(reseller, SpaceState.REQUESTED).activate(clock.instant()));
    }

    /** Asked for, and not made yet. */
    public Space requestedSpace(Reseller reseller) {
        return the(Spaces.class).save(requested(reseller, SpaceState.REQUESTED));
    }

    public Space waitingSpace(Reseller reseller) {
        return the(Spaces.class).save(requested(reseller, SpaceState.WAITING_FOR_DOMAIN));
    }

    private Space requested(Reseller reseller, SpaceState state) {
        return Space.request(
                PlatformId.of(reseller.id()),
                "Bakery " + UUID.randomUUID(),
                "en",
                null,
                state,
                reseller.accountId(),
                clock.instant());
    }

    public Account account(PlatformId platform, String email, Role... roles) {
        return the(Accounts.class)
                .save(Account.invite(
                                platform,
                                email,
                                "Bruno Baker",
                                roles.length == 0 ? Roles.of(Role.USER) : Roles.of(roles),
                                clock.instant())
                        .activate("hash"));
    }

    /** Somebody in the Space, as they see it. */
    public SpaceVisitor member(Space space, SpaceRole role) {
        Account account = account(space.platformId(), UUID.randomUUID() + "@bakery.example");
        the(SpaceMembers.class).save(SpaceMember.join(space.id(), account.id(), role, clock.instant()));
        return new SpaceVisitor(space, account.id(), role, false);
    }

    /** The reseller in the Space, as they see it. */
    public SpaceVisitor reseller(Reseller reseller, Space space) {
        return new SpaceVisitor(space, reseller.accountId(), SpaceRole.OWNER, true);
    }

    /** The one invitation that was made now. */
    public Invitation invited(SpaceVisitor by, String email, SpaceRole role) {
        InviteToSpace.Result result = the(InviteToSpace.class).invite(by, email, role);
        InvitationId id = Objects.requireNonNull(
                ((InviteToSpace.Result.Done) result).invited().getFirst().invitation());
        return the(Invitations.class).get(id);
    }

    /** The token of a mail that was written now. */
    public String mailed(Invitation invitation) {
        Instant expires = Objects.requireNonNull(
                the(Invitations.class).get(invitation.id()).expiresAt());
        return inTransaction(() -> the(InvitationTokens.class).mint(invitation.id(), expires));
    }

    public InvitationState stateOf(Invitation invitation) {
        return the(Invitations.class).get(invitation.id()).state();
    }

    /** What the engine will hear, oldest first. */
    public List<String> messages() {
        return column("SELECT message_type FROM outbox ORDER BY seq");
    }

    public List<String> column(String sql) {
        return the(JdbcClient.class).sql(sql).query(String.class).list();
    }
}
