package io.rocketbots.onboarding.customer.space;

import io.rocketbots.onboarding.admission.application.ApplicantContact;
import io.rocketbots.onboarding.admission.application.Application;
import io.rocketbots.onboarding.admission.application.Applications;
import io.rocketbots.onboarding.admission.application.Company;
import io.rocketbots.onboarding.kernel.id.AccountId;
import io.rocketbots.onboarding.kernel.id.PlatformId;
import io.rocketbots.onboarding.kernel.mail.Mails;
import io.rocketbots.onboarding.kernel.mail.TeamDirectory;
import io.rocketbots.onboarding.kernel.outbox.Outbox;
import io.rocketbots.onboarding.kernel.persistence.SettableClock;
import io.rocketbots.onboarding.kernel.persistence.TestDatabase;
import io.rocketbots.onboarding.kernel.persistence.TestRepositories;
import io.rocketbots.onboarding.kernel.timeline.Timeline;
import io.rocketbots.onboarding.process.Variables.ShortLadder;
import io.rocketbots.onboarding.tenancy.account.Account;
import io.rocketbots.onboarding.tenancy.account.Accounts;
import io.rocketbots.onboarding.tenancy.account.Role;
import io.rocketbots.onboarding.tenancy.account.Roles;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import io.rocketbots.onboarding.tenancy.reseller.Resellers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Resellers, their people and their Spaces, on a database with the use cases that work on them. */
public final class SpaceScene implements AutoCloseable {

    public static final ShortLadder OWNER =
            new ShortLadder(Duration.ofDays(3), Duration.ofDays(10), Duration.ofDays(30));

    public final SettableClock clock = new SettableClock(Instant.parse("2026-03-02T08:00:00Z"));
    private final AnnotationConfigApplicationContext context;

    public SpaceScene(TestDatabase database, Class<?>... components) {
        List<Class<?>> all = new ArrayList<>(List.of(
                TestRepositories.class,
                Outbox.class,
                Timeline.class,
                Mails.class,
                SpaceAccess.class,
                LockedSpaces.class,
                RequestSpace.class,
                EditContactLimit.class,
                RenameSpace.class,
                SuspendSpace.class,
                ResumeSpace.class,
                CancelSpace.class,
                RestoreSpace.class,
                ReleaseWaitingSpaces.class,
                SpacePeople.class,
                SpaceRoster.class,
                DeleteCancelledSpaces.class,
                SpaceList.class));
        all.addAll(Arrays.asList(components));
        context = database.with(clock, all.toArray(Class<?>[]::new));
        context.registerBean(SpaceTerms.class, () -> new SpaceTerms(Duration.ofDays(30), OWNER));
        context.registerBean(TeamDirectory.class, NoTeam::new);
        context.refresh();
    }

    @Override
    public void close() {
        context.close();
    }

    public <T> T the(Class<T> bean) {
        return context.getBean(bean);
    }

    /** A reseller whose platform is not live yet. */
    public Reseller reseller() {
        Application submitted = Application.submit(
                new Company("Acme", "https://acme.example", "DE", 10, "Chat"),
                new ApplicantContact("Ada", UUID.randomUUID() + "@acme.example"),
                clock.instant(),
                Duration.ofHours(72));
        Application application = the(Applications.class).save(submitted);
        return the(Resellers.class)
                .save(Reseller.create(
                        application.id(),
                        account(PlatformId.ROCKETBOTS),
                        "Acme",
                        UUID.randomUUID().toString(),
                        clock.instant()));
    }

    public Reseller liveReseller() {
        return the(Resellers.class).save(reseller().goLive(clock.instant()));
    }

    public AccountId account(PlatformId platform) {
        return the(Accounts.class)
                .save(Account.invite(
                        platform, UUID.randomUUID() + "@acme.example", "Ada", Roles.of(Role.USER), clock.instant()))
                .id();
    }

    public Space requestedSpace(Reseller reseller, String name) {
        RequestSpace.Result result = request(reseller, new SpaceDraft(name, "de", false, ""));
        return ((RequestSpace.Result.Requested) result).space();
    }

    public RequestSpace.Result request(Reseller reseller, SpaceDraft draft) {
        return the(RequestSpace.class).request(reseller.id(), draft, reseller.accountId(), "Ada");
    }

    /** A Space that can be used. */
    public Space activeSpace(Reseller reseller, String name) {
        Space requested = requestedSpace(reseller, name);
        return the(Spaces.class).save(requested.activate(clock.instant()));
    }

    public AccountId memberOf(Space space, SpaceRole role) {
        AccountId account = account(space.platformId());
        the(SpaceMembers.class).save(SpaceMember.join(space.id(), account, role, clock.instant()));
        return account;
    }

    /** As it stands in the database. */
    public Space now(Space space) {
        return the(Spaces.class).get(space.id());
    }

    /** The types of the messages about that Space, in their order. */
    public List<String> messagesAbout(Space space) {
        return the(JdbcClient.class)
                .sql("SELECT message_type FROM outbox WHERE aggregate_id = :id ORDER BY seq")
                .param("id", space.id().value())
                .query(String.class)
                .list();
    }

    /** What the team reads in the timeline of the reseller's case. */
    public List<String> told(Reseller reseller) {
        return the(Timeline.class).of(reseller.applicationId()).stream()
                .map(Timeline.Entry::text)
                .toList();
    }

    /** Nobody is on the team here. */
    private static final class NoTeam implements TeamDirectory {
        @Override
        public List<AccountId> members(String team) {
            return List.of();
        }

        @Override
        public List<AccountId> leads() {
            return List.of();
        }
    }
}
