package io.rocketbots.onboarding.lifecycle.termination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rocketbots.onboarding.admission.activation.CreateAccount;
import io.rocketbots.onboarding.admission.application.ApplicantContact;
import io.rocketbots.onboarding.admission.application.Application;
import io.rocketbots.onboarding.admission.application.ApplicationState;
import io.rocketbots.onboarding.admission.application.Applications;
import io.rocketbots.onboarding.admission.application.Company;
import io.rocketbots.onboarding.admission.task.SettledDecisions;
import io.rocketbots.onboarding.kernel.id.AccountId;
import io.rocketbots.onboarding.kernel.id.ApplicationId;
import io.rocketbots.onboarding.kernel.job.Job;
import io.rocketbots.onboarding.kernel.job.LocalStepWorker;
import io.rocketbots.onboarding.kernel.mail.Addressee;
import io.rocketbots.onboarding.kernel.mail.MailContent;
import io.rocketbots.onboarding.kernel.mail.MailTemplate;
import io.rocketbots.onboarding.kernel.mail.Mails;
import io.rocketbots.onboarding.kernel.mail.QueuedMail;
import io.rocketbots.onboarding.kernel.mail.Recipient;
import io.rocketbots.onboarding.kernel.mail.TeamDirectory;
import io.rocketbots.onboarding.kernel.outbox.Outbox;
import io.rocketbots.onboarding.kernel.persistence.OnEachDatabase;
import io.rocketbots.onboarding.kernel.persistence.SettableClock;
import io.rocketbots.onboarding.kernel.persistence.TestDatabase;
import io.rocketbots.onboarding.kernel.persistence.TestRepositories;
import io.rocketbots.onboarding.kernel.timeline.Timeline;
import io.rocketbots.onboarding.launch.branding.ConfirmingName;
import io.rocketbots.onboarding.launch.domain.GiveUpDomain;
import io.rocketbots.onboarding.launch.domain.ReleasedNames;
import io.rocketbots.onboarding.process.JobTypes;
import io.rocketbots.onboarding.process.Variables.ForApplication;
import io.rocketbots.onboarding.tenancy.account.Account;
import io.rocketbots.onboarding.tenancy.account.AccountState;
import io.rocketbots.onboarding.tenancy.account.Accounts;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import io.rocketbots.onboarding.tenancy.reseller.ResellerState;
import io.rocketbots.onboarding.tenancy.reseller.Resellers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Whoever wants an onboarding cancelled, from the wish to the mails; the step runs twice. */
@OnEachDatabase
class CancelOnboardingJdbcTest {

    private static final AccountId LENA = new AccountId(UUID.randomUUID());
    private static final String REASON = "You do not start this year.";

    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-02T08:00:00Z"));
    private final AnnotationConfigApplicationContext context;

    CancelOnboardingJdbcTest(TestDatabase database) {
        context = database.with(
                clock,
                TestRepositories.class,
                ConfirmingName.class,
                CreateAccount.class,
                SettledDecisions.class,
                GiveUpDomain.class,
                ReleasedNames.class,
                Outbox.class,
                Timeline.class,
                Mails.class);
        context.scan("io.rocketbots.onboarding.lifecycle.termination", "io.rocketbots.onboarding.lifecycle.progress");
    }

    @BeforeEach
    void open() {
        context.registerBean(TeamDirectory.class, () -> new OnlyLena());
        context.refresh();
    }

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    void theTeamCancelsBeforeTheDecision() {
        ApplicationId id = application(Application::startReview).id();

        the(CancelOnboarding.class).cancel(id, " " + REASON + "\n", "Lena Lead");

        assertThat(state(id)).isEqualTo(ApplicationState.CANCELLING);
        assertThat(column("SELECT message_type || ' ' || correlation_key FROM outbox"))
                .containsExactly("onboarding-cancelled " + id.value());
        endedByTheEngine(id);
        assertThat(state(id)).isEqualTo(ApplicationState.CANCELLED);
        assertThat(mails())
                .containsExactly(
                        "application-cancelled-by-team applicant", "team-onboarding-cancelled account:" + LENA.value());
        assertThat(fields(MailTemplate.APPLICATION_CANCELLED_BY_TEAM, id)).isEqualTo(Map.of("reason", REASON));
        assertThat(the(Timeline.class).of(id))
                .extracting(entry -> entry.actor() + ": " + entry.text() + (entry.shownToApplicant() ? "" : " (team)"))
                .containsExactly(
                        "Rocketbots: The onboarding is being cancelled.",
                        "Lena Lead: Cancelled the onboarding: " + REASON + " (team)",
                        "The system: The onboarding has been cancelled.");
    }

    @Test
    void theTeamCancelsAfterTheApprovalAndTakesBackWhatWasGiven() {
        Reseller reseller = reseller();

        the(CancelOnboarding.class).cancel(reseller.applicationId(), REASON, "Lena Lead");
        endedByTheEngine(reseller.applicationId());

        assertThat(state(reseller.applicationId())).isEqualTo(ApplicationState.CANCELLED);
        assertThat(the(Resellers.class).get(reseller.id()).state()).isEqualTo(ResellerState.CANCELLED);
        Account account = the(Accounts.class).get(reseller.accountId());
        assertThat(account.state()).isEqualTo(AccountState.DISABLED);
        assertThat(mails())
                .containsExactly(
                        "onboarding-cancelled-by-team account:" + account.id().value(),
                        "team-onboarding-cancelled account:" + LENA.value());
        assertThat(fields(MailTemplate.ONBOARDING_CANCELLED_BY_TEAM, reseller.applicationId()))
                .isEqualTo(Map.of("reason", REASON));
        assertThat(cancelledBy(reseller.applicationId())).isEqualTo("Lena Lead");
    }

    @Test
    void theTeamIsToldWhichMemberClosedTheAccount() {
        Reseller reseller = reseller();

        the(CloseAccount.class).close(reseller, reseller.companyName(), "Mara Member");
        endedByTheEngine(reseller.applicationId());

        assertThat(mails())
                .containsExactly(
                        "onboarding-cancelled account:" + reseller.accountId().value(),
                        "team-onboarding-cancelled account:" + LENA.value());
        assertThat(cancelledBy(reseller.applicationId())).isEqualTo("Mara Member");
    }

    @Test
    void whatNobodyElseCancelledItsApplicantHasWithdrawn() {
        ApplicationId id = application(Application::startReview).id();

        the(WithdrawApplication.class).withdraw(id);
        endedByTheEngine(id);

        assertThat(state(id)).isEqualTo(ApplicationState.WITHDRAWN);
        assertThat(mails())
                .containsExactly(
                        "application-withdrawn applicant", "team-onboarding-cancelled account:" + LENA.value());
        assertThat(cancelledBy(id)).isEqualTo("Ada Applicant");
    }

    @Test
    void theTeamSaysWhyInNotTooManyWords() {
        ApplicationId id = application(Application::startReview).id();

        assertThatThrownBy(() -> the(CancelOnboarding.class).cancel(id, " \n", "Lena Lead"))
                .isInstanceOf(CancelOnboarding.Faulty.class)
                .hasMessage("Write why it is cancelled.");
        assertThatThrownBy(() -> the(CancelOnboarding.class).cancel(id, "x".repeat(1001), "Lena Lead"))
                .isInstanceOf(CancelOnboarding.Faulty.class)
                .hasMessage("Shorten this to at most 1,000 characters. It has 1,001.");

        assertThat(state(id)).isEqualTo(ApplicationState.UNDER_REVIEW);
        the(CancelOnboarding.class).cancel(id, "x".repeat(1000), "Lena Lead");
    }

    @Test
    void nothingIsCancelledTwiceOrOnceItIsLive() {
        Reseller reseller = reseller();
        ApplicationId live = application(one -> one.startReview().approve().goLive(clock.instant()))
                .id();
        the(CloseAccount.class).close(reseller, reseller.companyName(), "Mara Member");

        assertThatThrownBy(() -> the(CancelOnboarding.class).cancel(reseller.applicationId(), REASON, "Lena Lead"))
                .isInstanceOf(Application.NotNow.class);
        assertThatThrownBy(() -> the(CancelOnboarding.class).cancel(live, REASON, "Lena Lead"))
                .isInstanceOf(Application.NotNow.class);

        assertThat(column("SELECT message_type FROM outbox WHERE message_type = 'onboarding-cancelled'"))
                .hasSize(1);
        assertThat(cancelledBy(reseller.applicationId())).isEqualTo("Mara Member");
    }

    @Test
    void noResellerIsMadeOfACaseThatIsBeingCancelled() {
        Application approved = application(one -> one.startReview().approve());
        the(CancelOnboarding.class).cancel(approved.id(), REASON, "Lena Lead");

        assertThatThrownBy(() -> createReseller(the(Applications.class).get(approved.id())))
                .hasMessageContaining("gets no account");
        // It was read before the wish.
        assertThatThrownBy(() -> createReseller(approved)).isInstanceOf(OptimisticLockingFailureException.class);

        assertThat(the(Resellers.class).findAll()).isEmpty();
        assertThat(the(Accounts.class).findAll()).isEmpty();
    }

    private static final class OnlyLena implements TeamDirectory {
        @Override
        public List<AccountId> members(String team) {
            return List.of();
        }

        @Override
        public List<AccountId> leads() {
            return List.of(LENA);
        }
    }

    private Application application(UnaryOperator<Application> way) {
        Application submitted = Application.submit(
                new Company("Acme Chat", "https://acme.example", "DE", 20, "Chat for shops"),
                new ApplicantContact("Ada Applicant", "ada-" + UUID.randomUUID() + "@acme.example"),
                clock.instant(),
                Duration.ofDays(3));
        return the(Applications.class).save(way.apply(the(Applications.class).save(submitted)));
    }

    /** A reseller who has set a password, but no brand and no domain. */
    private Reseller reseller() {
        Application approved = application(one -> one.startReview().approve());
        clock.advance(Duration.ofHours(1));
        Reseller reseller = createReseller(approved);
        the(Accounts.class).save(the(Accounts.class).get(reseller.accountId()).activate("a hash"));
        return reseller;
    }

    private Reseller createReseller(Application approved) {
        return the(TransactionTemplate.class)
                .execute(status -> the(CreateAccount.class)
                        .create(approved, approved.contact().email())
                        .orElseThrow());
    }

    /** The engine has heard of the wish, and runs the step twice. */
    private void endedByTheEngine(ApplicationId id) {
        runStep(id);
        runStep(id);
    }

    @SuppressWarnings("unchecked")
    private void runStep(ApplicationId id) {
        LocalStepWorker<ForApplication, ?> worker = context.getBeansOfType(LocalStepWorker.class).values().stream()
                .filter(step -> step.jobType().equals(JobTypes.CANCEL_ONBOARDING))
                .findFirst()
                .orElseThrow();
        the(TransactionTemplate.class)
                .executeWithoutResult(status ->
                        worker.apply(new ForApplication(id.value()), new Job("Task_CancelOnboarding", 7, 4711)));
    }

    private Map<String, Object> fields(MailTemplate template, ApplicationId about) {
        MailContent content = context.getBeansOfType(MailContent.class).values().stream()
                .filter(one -> one.template() == template)
                .findFirst()
                .orElseThrow();
        return content.fields(new QueuedMail(
                        UUID.randomUUID(),
                        template,
                        Recipient.applicant(),
                        new Addressee("Ada", "ada@acme.example"),
                        null,
                        List.of(new QueuedMail.Occasion(about, Map.of()))))
                .orElseThrow();
    }

    private String cancelledBy(ApplicationId about) {
        return String.valueOf(
                fields(MailTemplate.TEAM_ONBOARDING_CANCELLED, about).get("cancelledBy"));
    }

    private ApplicationState state(ApplicationId id) {
        return the(Applications.class).get(id).state();
    }

    private List<String> mails() {
        return column("SELECT template || ' ' || recipient FROM mail_message ORDER BY seq");
    }

    private List<String> column(String sql) {
        return the(JdbcClient.class).sql(sql).query(String.class).list();
    }

    private <T> T the(Class<T> bean) {
        return context.getBean(bean);
    }
}
