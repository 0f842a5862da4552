package io.rocketbots.onboarding.customer.invitation.step;

import static org.assertj.core.api.Assertions.assertThat;

import io.rocketbots.onboarding.customer.invitation.AcceptInvitation;
import io.rocketbots.onboarding.customer.invitation.House;
import io.rocketbots.onboarding.customer.invitation.Invitation;
import io.rocketbots.onboarding.customer.invitation.InvitationState;
import io.rocketbots.onboarding.customer.invitation.ResendInvitation;
import io.rocketbots.onboarding.customer.invitation.RevokeInvitation;
import io.rocketbots.onboarding.customer.space.OpenedSpaces;
import io.rocketbots.onboarding.customer.space.ResumeSpace;
import io.rocketbots.onboarding.customer.space.Space;
import io.rocketbots.onboarding.customer.space.SpaceMembers;
import io.rocketbots.onboarding.customer.space.SpaceRole;
import io.rocketbots.onboarding.customer.space.SpaceVisitor;
import io.rocketbots.onboarding.customer.space.Spaces;
import io.rocketbots.onboarding.kernel.job.Job;
import io.rocketbots.onboarding.kernel.job.LocalStepWorker;
import io.rocketbots.onboarding.kernel.job.Outcome;
import io.rocketbots.onboarding.kernel.persistence.OnEachDatabase;
import io.rocketbots.onboarding.kernel.persistence.TestDatabase;
import io.rocketbots.onboarding.process.StepError;
import io.rocketbots.onboarding.process.Variables.ForInvitation;
import io.rocketbots.onboarding.process.Variables.InvitationExpired;
import io.rocketbots.onboarding.process.Variables.InvitationSent;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import io.rocketbots.onboarding.tenancy.reseller.Resellers;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@OnEachDatabase
class InvitationStepsJdbcTest {

    private static final Job JOB = new Job("Task_SendInvitation", 7, 1);

    private final House house;
    private final Reseller reseller;
    private final Space space;
    private final SpaceVisitor asReseller;
    private final Invitation invitation;

    InvitationStepsJdbcTest(TestDatabase database) {
        house = new House(
                database,
                SendInvitationWorker.class,
                RemindInviteeWorker.class,
                GrantAccessWorker.class,
                ReportUndeliverableWorker.class,
                ExpireInvitationWorker.class,
                OpenedSpaces.class);
        reseller = house.liveReseller();
        space = house.activeSpace(reseller);
        asReseller = house.reseller(reseller, space);
        invitation = house.invited(asReseller, "grace@bakery.example", SpaceRole.OWNER);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void mailsOnceHoweverOftenItRuns() {
        assertThat(sent().invitationState()).isEqualTo("open");
        assertThat(sent().invitationTiming().expiry()).isEqualTo(Duration.ofDays(14));

        assertThat(mails()).containsExactly("invitation");
        assertThat(house.column("SELECT recipient FROM mail_message"))
                .containsExactly("invitation:" + invitation.id().value());
    }

    @Test
    void runsInOneInstanceOnly() {
        run(SendInvitationWorker.class, JOB);

        assertThat(run(SendInvitationWorker.class, new Job("Task_SendInvitation", 8, 2)))
                .isEqualTo(Outcome.refused(StepError.DUPLICATE_START));
    }

    @Test
    void mailsNobodyWhoIsInAlready() {
        accept();

        assertThat(sent().invitationState()).isEqualTo("accepted");
        assertThat(mails()).isEmpty();
    }

    @Test
    void mailsNobodyWhoIsNotInvitedAnyMore() {
        house.the(RevokeInvitation.class).revoke(asReseller, invitation.id());

        assertThat(sent().invitationState()).isEqualTo("closed");
        run(RemindInviteeWorker.class, JOB);
        assertThat(mails()).isEmpty();
    }

    @Test
    void remindsOnceHoweverOftenItRuns() {
        run(RemindInviteeWorker.class, JOB);
        run(RemindInviteeWorker.class, JOB);

        assertThat(mails()).containsExactly("invitation-reminder");
    }

    @Test
    void tellsOnceThatAnOwnerJoined() {
        accept();

        run(GrantAccessWorker.class, JOB);
        run(GrantAccessWorker.class, JOB);

        assertThat(house.messages())
                .containsExactly("invitation-requested", "invitation-accepted", "space-owner-joined");
        assertThat(house.column("SELECT text FROM timeline_entry"))
                .containsExactly("An Owner joined the Space \"" + space.name() + "\".");
    }

    @Test
    void givesNobodyBackWhatWasTakenFromThem() {
        accept();
        house.the(SpaceMembers.class).deleteAll();

        run(GrantAccessWorker.class, JOB);

        assertThat(house.the(SpaceMembers.class).findAll()).isEmpty();
    }

    @Test
    void reportsToWhoInvitedOnce() {
        run(ReportUndeliverableWorker.class, JOB);
        run(ReportUndeliverableWorker.class, JOB);

        assertThat(house.column("SELECT recipient FROM mail_message"))
                .containsExactly("account:" + asReseller.account().value());
    }

    @Test
    void expiresHoweverOftenItRuns() {
        house.passes(Duration.ofDays(14));

        assertThat(expired()).isEqualTo("expired");
        assertThat(expired()).isEqualTo("expired");
        assertThat(house.stateOf(invitation)).isEqualTo(InvitationState.EXPIRED);
    }

    @Test
    void expiresThoughTheEnginesClockIsAheadOfOurs() {
        house.passes(Duration.ofDays(14).minusSeconds(2));

        assertThat(expired()).isEqualTo("expired");
    }

    @Test
    void doesNotExpireWhatWasAcceptedInTheLastMoment() {
        accept();

        assertThat(expired()).isEqualTo("accepted");
        assertThat(house.stateOf(invitation)).isEqualTo(InvitationState.ACCEPTED);
    }

    @Test
    void doesNotExpireWhatWasSentAgainInTheLastMoment() {
        house.passes(Duration.ofDays(14).minusSeconds(1));
        house.the(ResendInvitation.class).resend(asReseller, invitation.id());
        house.passes(Duration.ofSeconds(1));

        assertThat(expired()).isEqualTo("open");
    }

    @Test
    void waitsOnWhileNobodyCanAcceptIt() {
        Reseller closed = house.the(Resellers.class).save(reseller.suspend());
        house.passes(Duration.ofDays(14));

        assertThat(expired()).isEqualTo("open");
        run(RemindInviteeWorker.class, JOB);
        assertThat(house.stateOf(invitation)).isEqualTo(InvitationState.OPEN);
        assertThat(mails()).isEmpty();

        house.the(Resellers.class).save(closed.resume());
        assertThat(expired()).isEqualTo("expired");
    }

    @Test
    void waitsOnWhileItsSpaceIsClosedAndIsSentAnewWhenThatOpens() {
        Space closed = house.the(Spaces.class).save(space.suspend());
        house.passes(Duration.ofDays(14));

        assertThat(expired()).isEqualTo("open");
        run(RemindInviteeWorker.class, JOB);
        assertThat(mails()).isEmpty();
        opens(closed);

        assertThat(house.messages()).containsExactly("invitation-requested", "invitation-resent");
        assertThat(expired()).isEqualTo("open");
    }

    @Test
    void letsTheMailGoWhenItsSpaceOpens() {
        run(SendInvitationWorker.class, JOB);
        house.the(JdbcClient.class)
                .sql("UPDATE mail_message SET next_attempt_at = :later")
                .param("later", Timestamp.from(house.now().plus(Duration.ofHours(1))))
                .update();

        opens(house.the(Spaces.class).save(space.suspend()));

        assertThat(house.the(JdbcClient.class)
                        .sql("SELECT next_attempt_at FROM mail_message")
                        .query(Timestamp.class)
                        .single())
                .isEqualTo(Timestamp.from(house.now()));
        assertThat(house.messages()).containsExactly("invitation-requested");
    }

    private void opens(Space closed) {
        house.inTransaction(() -> house.the(ResumeSpace.class).resume(reseller.id(), closed.id(), "Ada"));
    }

    private void accept() {
        house.the(AcceptInvitation.class)
                .createAccount(space.platformId(), house.mailed(invitation), "Grace Baker", House.PASSWORD);
    }

    private InvitationSent sent() {
        return output(run(SendInvitationWorker.class, JOB));
    }

    private String expired() {
        Outcome<InvitationExpired> outcome = run(ExpireInvitationWorker.class, JOB);
        return output(outcome).invitationState();
    }

    private List<String> mails() {
        return house.column("SELECT template FROM mail_message ORDER BY seq");
    }

    private <O, W extends LocalStepWorker<ForInvitation, O>> Outcome<O> run(Class<W> worker, Job job) {
        ForInvitation input = new ForInvitation(invitation.id().value());
        return house.inTransaction(() -> house.the(worker).apply(input, job));
    }

    private static <O> O output(Outcome<O> outcome) {
        return ((Outcome.Done<O>) outcome).output();
    }
}
