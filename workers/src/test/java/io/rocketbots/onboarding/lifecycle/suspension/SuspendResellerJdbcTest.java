package io.rocketbots.onboarding.lifecycle.suspension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.rocketbots.onboarding.admission.application.ApplicantContact;
import io.rocketbots.onboarding.admission.application.Application;
import io.rocketbots.onboarding.admission.application.Applications;
import io.rocketbots.onboarding.admission.application.Company;
import io.rocketbots.onboarding.customer.invitation.Invitation;
import io.rocketbots.onboarding.customer.invitation.Invitations;
import io.rocketbots.onboarding.customer.invitation.RevokedInvitations;
import io.rocketbots.onboarding.customer.space.ReleaseWaitingSpaces;
import io.rocketbots.onboarding.customer.space.Space;
import io.rocketbots.onboarding.customer.space.SpaceState;
import io.rocketbots.onboarding.customer.space.Spaces;
import io.rocketbots.onboarding.kernel.id.AccountId;
import io.rocketbots.onboarding.kernel.id.InvitationId;
import io.rocketbots.onboarding.kernel.id.PlatformId;
import io.rocketbots.onboarding.kernel.mail.Mails;
import io.rocketbots.onboarding.kernel.mail.TeamDirectory;
import io.rocketbots.onboarding.kernel.outbox.Outbox;
import io.rocketbots.onboarding.kernel.persistence.OnEachDatabase;
import io.rocketbots.onboarding.kernel.persistence.SettableClock;
import io.rocketbots.onboarding.kernel.persistence.TestDatabase;
import io.rocketbots.onboarding.kernel.persistence.TestRepositories;
import io.rocketbots.onboarding.kernel.timeline.Timeline;
import io.rocketbots.onboarding.lifecycle.golive.OpenToCustomers;
import io.rocketbots.onboarding.lifecycle.suspension.Suspensions.Actor;
import io.rocketbots.onboarding.lifecycle.suspension.Suspensions.What;
import io.rocketbots.onboarding.tenancy.account.Account;
import io.rocketbots.onboarding.tenancy.account.Accounts;
import io.rocketbots.onboarding.tenancy.account.Role;
import io.rocketbots.onboarding.tenancy.account.Roles;
import io.rocketbots.onboarding.tenancy.platform.PlatformSessions;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import io.rocketbots.onboarding.tenancy.reseller.ResellerState;
import io.rocketbots.onboarding.tenancy.reseller.Resellers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@OnEachDatabase
class SuspendResellerJdbcTest {

    private static final SuspensionDraft UNPAID = new SuspensionDraft("UNPAID", " Invoice 17 is open. ");

    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-02T08:00:00Z"));
    private final AnnotationConfigApplicationContext context;
    private final Reseller reseller;
    private final Actor lena;

    SuspendResellerJdbcTest(TestDatabase database) {
        context = database.with(
                clock,
                TestRepositories.class,
                Mails.class,
                Timeline.class,
                Suspensions.class,
                PlatformSessions.class,
                Outbox.class,
                RevokedInvitations.class,
                ReleaseWaitingSpaces.class,
                OpenToCustomers.class,
                SuspendReseller.class);
        context.registerBean(TeamDirectory.class, () -> new NoTeam());
        context.refresh();
        reseller = liveReseller();
        Account lead = the(Accounts.class)
                .save(Account.invite(
                        PlatformId.ROCKETBOTS,
                        "lena@rocketbots.example",
                        "Lena Lead",
                        Roles.of(Role.TEAM_LEAD),
                        clock.instant()));
        lena = new Actor(lead.id(), lead.name());
    }

    private record NoTeam() implements TeamDirectory {
        @Override
        public List<AccountId> members(String team) {
            return List.of();
        }

        @Override
        public List<AccountId> leads() {
            return List.of();
        }
    }

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    void closesThePlatformEndsItsSessionsAndTellsTheReseller() {
        suspend();

        assertThat(state()).isEqualTo(ResellerState.SUSPENDED);
        assertThat(the(PlatformSessions.class).generation(PlatformId.of(reseller.id())))
                .isEqualTo(1);
        assertThat(the(PlatformSessions.class).generation(PlatformId.ROCKETBOTS))
                .isZero();
        assertThat(mails())
                .containsExactly(
                        "reseller-suspended account:" + reseller.accountId().value());
        assertThat(the(Timeline.class).of(reseller.applicationId()))
                .extracting(Timeline.Entry::text, Timeline.Entry::shownToApplicant)
                .containsExactly(
                        tuple("The Reseller Platform has been suspended.", true),
                        tuple("Suspended (unpaid): Invoice 17 is open.", false));
    }

    @Test
    void aSuspendedResellerIsNotSuspendedAgain() {
        suspend();

        assertThatThrownBy(this::suspend).isInstanceOf(SuspendReseller.NotNow.class);

        assertThat(the(Suspensions.class).of(reseller.id())).hasSize(1);
    }

    @Test
    void aCorrectedReasonKeepsTheTimeAndWhatStoodThereBefore() {
        suspend();
        Instant since = clock.instant();
        clock.advance(Duration.ofDays(1));

        the(SuspendReseller.class).correct(reseller.id(), new SuspensionDraft("LEGAL", "A court asked for it."), lena);

        assertThat(the(Suspensions.class).last(reseller.id()))
                .contains(new Suspension(SuspensionCategory.LEGAL, "A court asked for it.", since, "Lena Lead"));
        assertThat(the(Suspensions.class).of(reseller.id()))
                .extracting(Suspensions.Entry::what, Suspensions.Entry::reason)
                .containsExactly(
                        tuple(What.SUSPENDED, "Invoice 17 is open."), tuple(What.CORRECTED, "A court asked for it."));
    }

    @Test
    void opensThePlatformAgain() {
        suspend();

        the(SuspendReseller.class).resume(reseller.id(), lena);

        assertThat(state()).isEqualTo(ResellerState.LIVE);
        assertThat(mails()).hasSize(2).last().asString().startsWith("reseller-resumed");
        assertThatThrownBy(() -> the(SuspendReseller.class).resume(reseller.id(), lena))
                .isInstanceOf(SuspendReseller.NotNow.class);
    }

    @Test
    void letsGoOnWhatCouldNotMeanwhile() {
        InvitationId outdated = the(Invitations.class)
                .save(Invitation.toTeam(reseller.id(), reseller.accountId(), "grace@acme.example", clock.instant())
                        .open(clock.instant(), Duration.ofDays(14)))
                .id();
        Space refused = the(Spaces.class)
                .save(Space.request(
                                PlatformId.of(reseller.id()),
                                "Bakery",
                                "en",
                                null,
                                SpaceState.REQUESTED,
                                reseller.accountId(),
                                clock.instant())
                        .reject(ReleaseWaitingSpaces.REFUSED_WHILE_CLOSED));
        suspend();
        clock.advance(Duration.ofDays(20));

        the(SuspendReseller.class).resume(reseller.id(), lena);

        assertThat(the(Invitations.class).get(outdated).isOpenAt(clock.instant()))
                .isTrue();
        assertThat(the(JdbcClient.class)
                        .sql("SELECT message_type FROM outbox")
                        .query(String.class)
                        .list())
                .containsExactly("invitation-resent", "space-requested");
        assertThat(the(Spaces.class).get(refused.id()).state()).isEqualTo(SpaceState.REQUESTED);
    }

    @Test
    void refusesAReasonThatIsMissingOrTooLong() {
        assertThat(new SuspensionDraft("", " ").faults()).containsOnlyKeys("category", "reason");
        assertThat(new SuspensionDraft("ABUSE", "x".repeat(257)).faults()).containsOnlyKeys("reason");
        assertThat(new SuspensionDraft("ABUSE", "x".repeat(256)).faults()).isEmpty();
    }

    private void suspend() {
        the(SuspendReseller.class).suspend(reseller.id(), UNPAID, lena);
    }

    private Reseller liveReseller() {
        Application submitted = Application.submit(
                new Company("Acme Chat", "https://acme.example", "DE", 20, "Chat for shops"),
                new ApplicantContact("Ada Applicant", "ada@acme.example"),
                clock.instant(),
                Duration.ofDays(3));
        Applications applications = the(Applications.class);
        Application approved =
                applications.save(applications.save(submitted).startReview().approve());
        Account owner = the(Accounts.class)
                .save(Account.invite(
                        PlatformId.ROCKETBOTS,
                        "ada@acme.example",
                        "Ada Applicant",
                        Roles.of(Role.RESELLER),
                        clock.instant()));
        Resellers resellers = the(Resellers.class);
        return resellers.save(resellers
                .save(Reseller.create(approved.id(), owner.id(), "Acme Chat", "label", clock.instant()))
                .goLive(clock.instant()));
    }

    private ResellerState state() {
        return the(Resellers.class).get(reseller.id()).state();
    }

    private List<String> mails() {
        return the(JdbcClient.class)
                .sql("SELECT template || ' ' || recipient FROM mail_message ORDER BY seq")
                .query(String.class)
                .list();
    }

    private <T> T the(Class<T> bean) {
        return context.getBean(bean);
    }
}
