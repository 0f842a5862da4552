package io.rocketbots.onboarding.lifecycle.offboarding.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rocketbots.onboarding.admission.application.Application;
import io.rocketbots.onboarding.admission.application.Applications;
import io.rocketbots.onboarding.admission.task.DecideTask;
import io.rocketbots.onboarding.admission.task.Desk;
import io.rocketbots.onboarding.admission.task.Task;
import io.rocketbots.onboarding.admission.task.TaskState;
import io.rocketbots.onboarding.customer.invitation.Invitation;
import io.rocketbots.onboarding.customer.invitation.InvitationState;
import io.rocketbots.onboarding.customer.invitation.Invitations;
import io.rocketbots.onboarding.customer.space.ReleaseWaitingSpaces;
import io.rocketbots.onboarding.customer.space.Space;
import io.rocketbots.onboarding.customer.space.SpaceRole;
import io.rocketbots.onboarding.customer.space.SpaceState;
import io.rocketbots.onboarding.customer.space.SpaceVisitor;
import io.rocketbots.onboarding.customer.space.Spaces;
import io.rocketbots.onboarding.kernel.id.InvitationId;
import io.rocketbots.onboarding.kernel.id.PlatformId;
import io.rocketbots.onboarding.kernel.job.Job;
import io.rocketbots.onboarding.kernel.job.Outcome;
import io.rocketbots.onboarding.kernel.persistence.OnEachDatabase;
import io.rocketbots.onboarding.kernel.persistence.TestDatabase;
import io.rocketbots.onboarding.launch.domain.CustomDomain;
import io.rocketbots.onboarding.launch.domain.CustomDomains;
import io.rocketbots.onboarding.launch.domain.DomainName;
import io.rocketbots.onboarding.launch.domain.DomainState;
import io.rocketbots.onboarding.launch.domain.ParkedDomains;
import io.rocketbots.onboarding.lifecycle.offboarding.Offboarding;
import io.rocketbots.onboarding.lifecycle.offboarding.OffboardingState;
import io.rocketbots.onboarding.lifecycle.offboarding.Offboardings;
import io.rocketbots.onboarding.lifecycle.offboarding.RequestOffboarding;
import io.rocketbots.onboarding.process.JobType;
import io.rocketbots.onboarding.process.JobTypes;
import io.rocketbots.onboarding.process.StepError;
import io.rocketbots.onboarding.process.Variables.DecisionRecorded;
import io.rocketbots.onboarding.process.Variables.ForOffboarding;
import io.rocketbots.onboarding.process.Variables.OpenTask;
import io.rocketbots.onboarding.tenancy.account.Account;
import io.rocketbots.onboarding.tenancy.account.AccountState;
import io.rocketbots.onboarding.tenancy.account.Accounts;
import io.rocketbots.onboarding.tenancy.account.Role;
import io.rocketbots.onboarding.tenancy.account.Roles;
import io.rocketbots.onboarding.tenancy.platform.PlatformSessions;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import io.rocketbots.onboarding.tenancy.reseller.ResellerState;
import io.rocketbots.onboarding.tenancy.reseller.Resellers;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From the wish to leave to the end, or back; every step runs twice. */
@OnEachDatabase
class OffboardingStepsJdbcTest {

    private static final Roles RESELLER = Roles.of(Role.RESELLER, Role.USER);

    private final Desk desk;
    private final Account owner;
    private final Account customer;
    private final Reseller reseller;
    private final CustomDomain domain;
    private final Space space;

    OffboardingStepsJdbcTest(TestDatabase database) {
        desk = new Desk(database);
        owner = account(PlatformId.ROCKETBOTS, "ada@acme.example", RESELLER);
        reseller = liveReseller();
        customer = account(PlatformId.of(reseller.id()), "carla@customer.example", Roles.of(Role.USER));
        domain = desk.the(CustomDomains.class)
                .save(CustomDomain.request(
                                reseller,
                                new DomainName("chat.acme.example"),
                                new DomainName("t.edge.example"),
                                desk.clock.instant())
                        .verify()
                        .activate(desk.clock.instant()));
        space = desk.the(Spaces.class)
                .save(Space.request(
                                PlatformId.of(reseller.id()),
                                "Shop",
                                "en",
                                null,
                                SpaceState.REQUESTED,
                                owner.id(),
                                desk.clock.instant())
                        .activate(desk.clock.instant()));
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void onlyTheFirstInstanceRunsIt() {
        Offboarding started = startedByTeam();

        Outcome<?> first = start(started, 1);
        Outcome<?> again = start(started, 1);
        Outcome<?> other = start(started, 2);

        assertThat(first).isInstanceOf(Outcome.Done.class);
        assertThat(again).isEqualTo(first);
        assertThat(other).isEqualTo(Outcome.refused(StepError.DUPLICATE_START));
    }

    @Test
    void thereIsOneAtATime() {
        startedByTeam();

        assertThatThrownBy(this::startedByTeam).isInstanceOf(RequestOffboarding.NotNow.class);

        assertThat(desk.outbox())
                .containsExactly("offboarding-requested " + reseller.id().value());
    }

    @Test
    void whoeverStartedItCannotConfirmItInTheConsole() {
        startedByTeam();
        Task task = openTask();

        assertThatThrownBy(() -> desk.the(DecideTask.class).decide(task.id(), desk.lena, "confirm", Map.of()))
                .isInstanceOf(DecideTask.NotYours.class);
        desk.the(DecideTask.class).decide(task.id(), desk.rita, "confirm", Map.of());

        assertThat(desk.outbox()).contains("offboarding-confirmed " + task.correlationKey());
    }

    @Test
    void whoeverStartedItCannotConfirmItInTasklistEither() {
        startedByTeam();

        DecisionRecorded own = desk.record(openTask(), Desk.answer("confirm", "L1", null));

        assertThat(own.decision()).isEqualTo(DecisionRecorded.REOPEN);
        assertThat(desk.timeline(reseller.applicationId()))
                .anyMatch(entry -> entry.contains("Lena Lead started this offboarding. The task is open again."));
    }

    @Test
    void whoeverStartedItMayKeepTheReseller() {
        Offboarding started = startedByTeam();

        DecisionRecorded kept = desk.record(openTask(), Desk.answer("keep", "L1", null));
        twice(JobTypes.KEEP_RESELLER, started);

        assertThat(kept.decision()).isEqualTo("keep");
        assertThat(state()).isEqualTo(ResellerState.LIVE);
        assertThat(reloaded(started).openOf()).isNull();
    }

    @Test
    void closesThePlatformAndParksItsDomain() {
        Offboarding started = startedByTeam();

        twice(JobTypes.SUSPEND_PLATFORM, started);
        twice(JobTypes.PARK_DOMAIN, started);

        assertThat(state()).isEqualTo(ResellerState.OFFBOARDING);
        assertThat(desk.the(PlatformSessions.class).generation(PlatformId.of(reseller.id())))
                .isEqualTo(1);
        assertThat(desk.the(ParkedDomains.class).isParked(domain.id())).isTrue();
        assertThat(reloaded(started).graceEndsAt())
                .isEqualTo(desk.clock.instant().plus(Duration.ofDays(30)));
        assertThat(mails()).containsExactly("offboarding-started");
    }

    @Test
    void remindsWhileTheResellerCanComeBack() {
        Offboarding leaving = leaving();

        twice(JobTypes.REMIND_LEAVING_RESELLER, leaving);

        assertThat(mails()).containsExactly("offboarding-started", "offboarding-reminder");
    }

    @Test
    void makesEverythingWhatItWas() {
        Offboarding leaving = leaving();
        desk.the(RequestOffboarding.class).withdraw(reseller.id(), "Lena Lead");

        twice(JobTypes.RESTORE_RESELLER, leaving);

        assertThat(state()).isEqualTo(ResellerState.LIVE);
        assertThat(desk.the(ParkedDomains.class).isParked(domain.id())).isFalse();
        assertThat(reloaded(leaving).state()).isEqualTo(OffboardingState.RESTORED);
        assertThat(mails()).containsExactly("offboarding-started", "offboarding-withdrawn");
        assertThat(desk.outbox())
                .contains("offboarding-withdrawn " + leaving.id().value());
    }

    @Test
    void whatCouldNotGoOnMeanwhileGoesOnWhenTheResellerStays() {
        InvitationId outdated = invited(Invitation.toSpace(visitor(), "mia@customer.example", SpaceRole.OWNER, now())
                .open(now(), Duration.ofDays(14)));
        InvitationId team = invited(Invitation.toTeam(reseller.id(), owner.id(), "grace@acme.example", now())
                .open(now(), Duration.ofDays(14)));
        InvitationId good = invited(Invitation.toSpace(visitor(), "noah@customer.example", SpaceRole.OWNER, now())
                .open(now(), Duration.ofDays(60)));
        Space refused = refusedSpace("Bakery", ReleaseWaitingSpaces.REFUSED_WHILE_CLOSED);
        Space sameName = refusedSpace("Shop", ReleaseWaitingSpaces.REFUSED_WHILE_CLOSED);
        Space otherwise = refusedSpace("Barber", "Another Space of your platform has this name.");
        Offboarding leaving = leaving();
        desk.clock.advance(Duration.ofDays(20));
        desk.the(RequestOffboarding.class).withdraw(reseller.id(), "Lena Lead");

        twice(JobTypes.RESTORE_RESELLER, leaving);

        assertThat(desk.outbox())
                .containsOnlyOnce(
                        "invitation-resent " + outdated.value(),
                        "invitation-resent " + team.value(),
                        "space-requested " + refused.id().value())
                .doesNotContain(
                        "invitation-resent " + good.value(),
                        "space-requested " + sameName.id().value(),
                        "space-requested " + otherwise.id().value());
        assertThat(Stream.of(outdated, team, good).map(desk.the(Invitations.class)::get))
                .allMatch(invitation -> invitation.isOpenAt(now()));
        Space again = desk.the(Spaces.class).get(refused.id());
        assertThat(again.state()).isEqualTo(SpaceState.REQUESTED);
        assertThat(again.processInstanceKey()).isNull();
    }

    /** A Space that was asked for, and that its process did not make. */
    private Space refusedSpace(String name, String why) {
        Space requested = desk.the(Spaces.class)
                .save(Space.request(
                                PlatformId.of(reseller.id()), name, "en", null, SpaceState.REQUESTED, owner.id(), now())
                        .reject(why));
        desk.inTransaction(() -> desk.the(Spaces.class).bind(requested.id(), 77));
        return desk.the(Spaces.class).get(requested.id());
    }

    @Test
    void aResellerThatWasSuspendedIsSuspendedAgainWhenItStays() {
        InvitationId outdated = invited(Invitation.toSpace(visitor(), "mia@customer.example", SpaceRole.OWNER, now())
                .open(now(), Duration.ofDays(14)));
        desk.the(Resellers.class)
                .save(desk.the(Resellers.class).get(reseller.id()).suspend());
        Offboarding leaving = leaving();
        desk.the(RequestOffboarding.class).withdraw(reseller.id(), "Lena Lead");

        desk.clock.advance(Duration.ofDays(20));
        twice(JobTypes.RESTORE_RESELLER, leaving);

        assertThat(state()).isEqualTo(ResellerState.SUSPENDED);
        assertThat(desk.outbox()).doesNotContain("invitation-resent " + outdated.value());
    }

    @Test
    void closesTheTaskWhenItIsWithdrawnBeforeAnybodyConfirmed() {
        Offboarding started = startedByTeam();
        Task task = openTask();
        desk.the(RequestOffboarding.class).withdraw(reseller.id(), "Lena Lead");

        twice(JobTypes.RESTORE_RESELLER, started);

        assertThat(desk.task(task.id().value()).isOpen()).isFalse();
        assertThat(mails()).isEmpty();
    }

    @Test
    void nothingIsSuspendedOrArchivedOnceItIsWithdrawn() {
        Offboarding started = startedByTeam();
        desk.the(RequestOffboarding.class).withdraw(reseller.id(), "Lena Lead");

        run(JobTypes.SUSPEND_PLATFORM, started);

        assertThat(run(JobTypes.PARK_DOMAIN, started)).isEqualTo(Outcome.refused(StepError.OFFBOARDING_WITHDRAWN));
        assertThat(run(JobTypes.ARCHIVE_RESELLER, started)).isEqualTo(Outcome.refused(StepError.OFFBOARDING_WITHDRAWN));
        assertThat(state()).isEqualTo(ResellerState.LIVE);
    }

    @Test
    void endsEverythingWhenTheGracePeriodIsOver() {
        Offboarding leaving = leaving();
        UUID help = helpIsOpen();

        twice(JobTypes.ARCHIVE_RESELLER, leaving);

        assertThat(desk.task(help).state()).isEqualTo(TaskState.CANCELLED);
        assertThat(state()).isEqualTo(ResellerState.CLOSED);
        assertThat(desk.the(CustomDomains.class).get(domain.id()).state()).isEqualTo(DomainState.RELEASED);
        assertThat(desk.the(Accounts.class).get(customer.id()).state()).isEqualTo(AccountState.DISABLED);
        assertThat(desk.the(Accounts.class).get(owner.id()))
                .extracting(Account::state, Account::roles)
                .containsExactly(AccountState.ACTIVE, Roles.of(Role.USER));
        assertThat(desk.the(Spaces.class).get(space.id()).state()).isEqualTo(SpaceState.CANCELLED);
        assertThat(desk.the(Resellers.class).findPresentByAccountId(owner.id())).isEmpty();
        assertThat(mails()).containsExactly("offboarding-started", "reseller-archived");
        assertThat(desk.outbox())
                .containsOnlyOnce("space-cancelled " + space.id().value())
                .containsOnlyOnce("domain-released " + domain.id().value());
        assertThatThrownBy(() -> desk.the(RequestOffboarding.class).withdraw(reseller.id(), "Lena Lead"))
                .isInstanceOf(RequestOffboarding.NotNow.class);
    }

    @Test
    void takesBackEveryInvitationOfBothKinds() {
        Offboarding leaving = leaving();
        InvitationId open = invited(Invitation.toSpace(visitor(), "mia@customer.example", SpaceRole.OWNER, now())
                .open(now(), Duration.ofDays(14)));
        InvitationId prepared = invited(Invitation.toSpace(visitor(), "noah@customer.example", SpaceRole.OWNER, now()));
        InvitationId team = invited(Invitation.toTeam(reseller.id(), owner.id(), "grace@acme.example", now())
                .open(now(), Duration.ofDays(14)));
        InvitationId others = invited(Invitation.toTeam(liveReseller().id(), owner.id(), "eve@other.example", now())
                .open(now(), Duration.ofDays(14)));

        twice(JobTypes.ARCHIVE_RESELLER, leaving);

        assertThat(Stream.of(open, prepared, team, others)
                        .map(desk.the(Invitations.class)::get)
                        .map(Invitation::state))
                .containsExactly(
                        InvitationState.REVOKED,
                        InvitationState.REVOKED,
                        InvitationState.REVOKED,
                        InvitationState.OPEN);
        assertThat(desk.outbox())
                .containsOnlyOnce("invitation-revoked " + open.value())
                .containsOnlyOnce("invitation-revoked " + team.value())
                .doesNotContain("invitation-revoked " + prepared.value());
    }

    private SpaceVisitor visitor() {
        return new SpaceVisitor(space, owner.id(), SpaceRole.OWNER, true);
    }

    private InvitationId invited(Invitation invitation) {
        return desk.the(Invitations.class).save(invitation).id();
    }

    private Instant now() {
        return desk.clock.instant();
    }

    @Test
    void shutsOutTheProgramsOfWhoHasLeftAndNobodyElses() {
        Offboarding leaving = leaving();
        Reseller other = liveReseller();
        UUID key = program(reseller);
        UUID otherKey = program(other);

        twice(JobTypes.ARCHIVE_RESELLER, leaving);

        assertThat(strings("SELECT CAST(id AS varchar) FROM api_key WHERE revoked_at IS NULL"))
                .containsExactly(otherKey.toString());
        assertThat(strings("SELECT CAST(id AS varchar) FROM api_key WHERE revoked_at IS NOT NULL"))
                .containsExactly(key.toString());
        assertThat(strings("SELECT CAST(api_key_id AS varchar) FROM idempotent_call"))
                .containsExactly(otherKey.toString());
        assertThat(strings("SELECT CAST(reseller_id AS varchar) FROM webhook_endpoint"))
                .containsExactly(other.id().value().toString());
        assertThat(strings("SELECT state FROM webhook_delivery")).containsExactly("PENDING");
    }

    /** With a key that has called, and an endpoint that a message is on its way to. */
    private UUID program(Reseller of) {
        UUID key = UUID.randomUUID();
        desk.the(JdbcClient.class)
                .sql("""
                        INSERT INTO api_key (id, reseller_id, name, scopes, hash, last_four, created_by, created_at)
                        VALUES (:id, :reseller, 'Billing', 'spaces:read', :hash, 'abcd', :by, :now)
                        """)
                .param("id", key)
                .param("reseller", of.id().value())
                .param("hash", key.toString())
                .param("by", owner.id().value())
                .param("now", Timestamp.from(now()))
                .update();
        desk.the(JdbcClient.class)
                .sql("""
                        INSERT INTO idempotent_call (api_key_id, idempotency_key, request_hash, claim, claimed_at)
                        VALUES (:key, 'once', 'hash', :key, :now)
                        """)
                .param("key", key)
                .param("now", Timestamp.from(now()))
                .update();
        desk.the(JdbcClient.class)
                .sql("""
                        INSERT INTO webhook_endpoint (id, reseller_id, url, events, secret_number, created_at)
                        VALUES (:id, :reseller, 'https://hooks.acme.example', 'space.active', 1, :now)
                        """)
                .param("id", key)
                .param("reseller", of.id().value())
                .param("now", Timestamp.from(now()))
                .update();
        desk.the(JdbcClient.class)
                .sql("""
                        INSERT INTO webhook_delivery (id, endpoint_id, message_id, event, body, state, attempts, created_at,
                            next_attempt_at, give_up_at)
                        VALUES (:id, :id, :id, 'space.active', '{}', 'PENDING', 0, :now, :now, :now)
                        """)
                .param("id", key)
                .param("now", Timestamp.from(now()))
                .update();
        return key;
    }

    private List<String> strings(String sql) {
        return desk.the(JdbcClient.class).sql(sql).query(String.class).list();
    }

    @Test
    void theOwnerTypesTheNameToLeave() {
        assertThatThrownBy(
                        () -> desk.the(RequestOffboarding.class).leave(reseller.id(), "Acme", owner.id(), owner.name()))
                .isInstanceOf(RequestOffboarding.Faulty.class)
                .hasMessage("Type the name exactly: Acme Chat");

        desk.the(RequestOffboarding.class).leave(reseller.id(), " acme chat ", owner.id(), owner.name());

        assertThat(desk.the(Offboardings.class).openOf(reseller.id()))
                .map(Offboarding::byReseller)
                .contains(true);
    }

    private Offboarding startedByTeam() {
        desk.the(RequestOffboarding.class).byTeam(reseller.id(), "Out of business.", desk.lena.id(), desk.lena.name());
        return desk.the(Offboardings.class).openOf(reseller.id()).orElseThrow();
    }

    /** In the grace period. */
    private Offboarding leaving() {
        Offboarding started = startedByTeam();
        run(JobTypes.SUSPEND_PLATFORM, started);
        run(JobTypes.PARK_DOMAIN, started);
        return started;
    }

    private Task openTask() {
        return desk.task(desk.done(
                        JobTypes.OPEN_TASK,
                        new OpenTask(
                                "offboarding",
                                reseller.applicationId().value(),
                                reseller.id().value(),
                                null),
                        7)
                .taskId());
    }

    private UUID helpIsOpen() {
        UUID application = reseller.applicationId().value();
        return desk.done(
                        JobTypes.OPEN_TASK,
                        new OpenTask("domain-help", application, domain.id().value(), null),
                        8)
                .taskId();
    }

    private Outcome<?> start(Offboarding offboarding, long instance) {
        return desk.run(
                JobTypes.START_OFFBOARDING,
                new ForOffboarding(offboarding.id().value()),
                new Job("Task_StartOffboarding", 5, instance));
    }

    private <O> Outcome<O> run(JobType<ForOffboarding, O> type, Offboarding offboarding) {
        return desk.run(type, new ForOffboarding(offboarding.id().value()), 9);
    }

    private <O> void twice(JobType<ForOffboarding, O> type, Offboarding offboarding) {
        Outcome<O> once = run(type, offboarding);
        assertThat(run(type, offboarding)).isEqualTo(once).isInstanceOf(Outcome.Done.class);
    }

    private ResellerState state() {
        return desk.the(Resellers.class).get(reseller.id()).state();
    }

    private Offboarding reloaded(Offboarding offboarding) {
        return desk.the(Offboardings.class).findById(offboarding.id()).orElseThrow();
    }

    private List<String> mails() {
        return desk.mails(reseller.applicationId()).stream()
                .map(mail -> mail.substring(0, mail.indexOf(' ')))
                .toList();
    }

    private Account account(PlatformId platform, String email, Roles roles) {
        return desk.the(Accounts.class)
                .save(Account.invite(platform, email, "Ada Applicant", roles, desk.clock.instant())
                        .activate("a hash"));
    }

    private Reseller liveReseller() {
        Applications applications = desk.the(Applications.class);
        Application approved = applications.save(desk.application().approve());
        Resellers resellers = desk.the(Resellers.class);
        return resellers.save(resellers
                .save(Reseller.create(
                        approved.id(),
                        owner.id(),
                        "Acme Chat",
                        UUID.randomUUID().toString(),
                        desk.clock.instant()))
                .goLive(desk.clock.instant()));
    }
}
