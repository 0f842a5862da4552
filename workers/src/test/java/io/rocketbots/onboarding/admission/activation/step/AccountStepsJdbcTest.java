package io.rocketbots.onboarding.admission.activation.step;

import static org.assertj.core.api.Assertions.assertThat;

import io.rocketbots.onboarding.admission.activation.CreateAccount;
import io.rocketbots.onboarding.admission.application.ApplicantContact;
import io.rocketbots.onboarding.admission.application.Application;
import io.rocketbots.onboarding.admission.application.Applications;
import io.rocketbots.onboarding.admission.application.Company;
import io.rocketbots.onboarding.admission.task.TaskDecision;
import io.rocketbots.onboarding.admission.task.TaskDecisions;
import io.rocketbots.onboarding.kernel.id.AccountId;
import io.rocketbots.onboarding.kernel.id.PlatformId;
import io.rocketbots.onboarding.kernel.id.ResellerId;
import io.rocketbots.onboarding.kernel.id.TaskId;
import io.rocketbots.onboarding.kernel.job.Job;
import io.rocketbots.onboarding.kernel.job.LocalStepWorker;
import io.rocketbots.onboarding.kernel.job.Outcome;
import io.rocketbots.onboarding.kernel.mail.Mails;
import io.rocketbots.onboarding.kernel.mail.TeamDirectory;
import io.rocketbots.onboarding.kernel.outbox.Outbox;
import io.rocketbots.onboarding.kernel.persistence.OnEachDatabase;
import io.rocketbots.onboarding.kernel.persistence.SettableClock;
import io.rocketbots.onboarding.kernel.persistence.TestDatabase;
import io.rocketbots.onboarding.kernel.persistence.TestRepositories;
import io.rocketbots.onboarding.kernel.timeline.Timeline;
import io.rocketbots.onboarding.process.StepError;
import io.rocketbots.onboarding.process.Variables.ForCase;
import io.rocketbots.onboarding.process.Variables.ForDecision;
import io.rocketbots.onboarding.process.Variables.ResellerCreated;
import io.rocketbots.onboarding.process.Variables.WelcomeSent;
import io.rocketbots.onboarding.tenancy.account.Account;
import io.rocketbots.onboarding.tenancy.account.AccountState;
import io.rocketbots.onboarding.tenancy.account.Accounts;
import io.rocketbots.onboarding.tenancy.account.Role;
import io.rocketbots.onboarding.tenancy.account.Roles;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import io.rocketbots.onboarding.tenancy.reseller.Resellers;
import java.lang.reflect.Proxy;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@OnEachDatabase
class AccountStepsJdbcTest {

    private static final Job JOB = new Job("Task_CreateAccount", 7, 1);
    private static final String EMAIL = "ada@acme.example";

    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-02T08:00:00Z"));
    private final AtomicReference<Runnable> afterTheLookForAReseller = new AtomicReference<>();
    private final AnnotationConfigApplicationContext context;

    AccountStepsJdbcTest(TestDatabase database) {
        context = database.with(
                clock,
                TestRepositories.class,
                CreateAccount.class,
                Outbox.class,
                Timeline.class,
                Mails.class,
                CreateAccountWorker.class,
                SendWelcomeWorker.class,
                RemindActivationWorker.class);
    }

    @BeforeEach
    void open() {
        context.registerBean(TeamDirectory.class, NobodyOnTheTeam::new);
        context.registerBean(LookedForReseller.class, LookedForReseller::new);
        context.refresh();
    }

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    void createsOneAccountHoweverOftenItRuns() {
        Application application = approvedApplication();

        UUID first = created(application, decided(application, Map.of()));
        UUID second = created(application, decided(application, Map.of()));

        Account account = accountOf(first);
        assertThat(second).isEqualTo(first);
        assertThat(account.state()).isEqualTo(AccountState.INVITED);
        assertThat(account.email()).isEqualTo(EMAIL);
        assertThat(account.roles()).isEqualTo(Roles.of(Role.RESELLER, Role.USER));
        assertThat(column("SELECT message_type FROM outbox")).containsExactly("account-created");
        assertThat(column("SELECT text FROM timeline_entry ORDER BY seq"))
                .containsExactly("Application approved.", "Reseller account created.");
    }

    @Test
    void saysWhenTheEmailHasAnAccount() {
        existingAccount(EMAIL.toUpperCase(Locale.ROOT));
        Application application = approvedApplication();

        Outcome<ResellerCreated> outcome = create(application, decided(application, Map.of()));

        assertThat(outcome).isEqualTo(Outcome.refused(StepError.ACCOUNT_EXISTS));
        assertThat(column("SELECT message_type FROM outbox")).isEmpty();
    }

    @Test
    void takesTheEmailThatTheTeamGave() {
        existingAccount(EMAIL);
        Application application = approvedApplication();

        UUID reseller = created(application, decided(application, Map.of("email", "grace@acme.example")));

        assertThat(accountOf(reseller).email()).isEqualTo("grace@acme.example");
    }

    @Test
    void findsTheResellerThatTheAccountHasNowBesideCancelledOnes() {
        Resellers resellers = context.getBean(Resellers.class);
        Reseller old = resellers.get(new ResellerId(linked(linkableApplication())));
        resellers.save(old.cancel());
        assertThat(resellers.findPresentByAccountId(old.accountId())).isEmpty();

        UUID second = linked(approvedApplication());

        assertThat(resellers.findPresentByAccountId(old.accountId()).map(Reseller::id))
                .contains(new ResellerId(second));
    }

    @Test
    void welcomesANewAccountWithAnActivationLinkOnce() {
        Application application = approvedApplication();
        ForCase input = new ForCase(application.id().value(), created(application, decided(application, Map.of())));

        Outcome<WelcomeSent> first = run(SendWelcomeWorker.class, worker -> worker.apply(input, JOB));
        Outcome<WelcomeSent> second = run(SendWelcomeWorker.class, worker -> worker.apply(input, JOB));

        assertThat(first).isEqualTo(Outcome.done(new WelcomeSent(false)));
        assertThat(second).isEqualTo(first);
        assertThat(column("SELECT template FROM mail_message")).containsExactly("welcome");
    }

    @Test
    void welcomesAnActiveAccountWithSignIn() {
        Application application = linkableApplication();
        ForCase input = new ForCase(application.id().value(), linked(application));

        Outcome<WelcomeSent> outcome = run(SendWelcomeWorker.class, worker -> worker.apply(input, JOB));

        assertThat(outcome).isEqualTo(Outcome.done(new WelcomeSent(true)));
        assertThat(column("SELECT template FROM mail_message")).containsExactly("welcome-existing-account");
    }

    @Test
    void welcomesOnceWhenItRunsAgainAfterTheActivation() {
        Application application = approvedApplication();
        ForCase input = new ForCase(application.id().value(), created(application, decided(application, Map.of())));
        run(SendWelcomeWorker.class, worker -> worker.apply(input, JOB));

        accounts().save(accountOf(input.resellerId()).activate("hash"));
        Outcome<WelcomeSent> second = run(SendWelcomeWorker.class, worker -> worker.apply(input, JOB));
        Outcome<WelcomeSent> afterTheCall =
                run(SendWelcomeWorker.class, worker -> worker.apply(input, new Job("Task_SendWelcome", 8, 1)));

        assertThat(second).isEqualTo(Outcome.done(new WelcomeSent(true)));
        assertThat(afterTheCall).isEqualTo(second);
        assertThat(column("SELECT template FROM mail_message")).containsExactly("welcome");
    }

    @Test
    void takesTheAccountThatAnotherRunHasJustMadeForItsOwn() {
        Application application = approvedApplication();
        TaskId decision = decided(application, Map.of());
        AtomicReference<UUID> other = new AtomicReference<>();
        afterTheLookForAReseller.set(() -> other.set(inAnotherTransaction(() -> created(application, decision))));

        UUID here = created(application, decision);

        assertThat(here).isEqualTo(other.get());
        assertThat(column("SELECT message_type FROM outbox")).containsExactly("account-created");
    }

    @Test
    void remindsOncePerOccasionAndOnlyWhileThereIsNoPassword() {
        Application application = approvedApplication();
        ForCase input = new ForCase(application.id().value(), created(application, decided(application, Map.of())));

        run(RemindActivationWorker.class, worker -> worker.apply(input, JOB));
        run(RemindActivationWorker.class, worker -> worker.apply(input, JOB));
        accounts().save(accountOf(input.resellerId()).activate("hash"));
        run(RemindActivationWorker.class, worker -> worker.apply(input, new Job("Task_RemindActivation", 8, 1)));

        assertThat(column("SELECT template FROM mail_message")).containsExactly("activation-reminder");
    }

    private static final class NobodyOnTheTeam implements TeamDirectory {
        @Override
        public List<AccountId> members(String team) {
            return List.of();
        }

        @Override
        public List<AccountId> leads() {
            return List.of();
        }
    }

    private Application approvedApplication() {
        Application submitted = Application.submit(
                new Company("Acme", "https://acme.example", "DE", 10, "Chat for shops"),
                new ApplicantContact("Ada Applicant", EMAIL),
                clock.instant(),
                Duration.ofHours(72));
        Applications applications = context.getBean(Applications.class);
        // Ended for the address, so that a second application is possible.
        context.getBean(JdbcClient.class)
                .sql("UPDATE application SET open_email = NULL")
                .update();
        return applications.save(applications.save(submitted).startReview().approve());
    }

    private Application linkableApplication() {
        existingAccount(EMAIL);
        return approvedApplication();
    }

    private Account existingAccount(String email) {
        return accounts()
                .save(Account.invite(PlatformId.ROCKETBOTS, email, "Ada", Roles.of(Role.USER), clock.instant())
                        .activate("hash"));
    }

    /** The decision on a task of the case, with those fields of its form. */
    private TaskId decided(Application application, Map<String, String> fields) {
        TaskId task = new TaskId(UUID.randomUUID());
        context.getBean(JdbcClient.class)
                .sql("""
                        INSERT INTO task (id, version, kind, application_id, business_id, round, title, team, priority,
                            state, opened_at, due_at, remind_at, escalate_at, process_instance_key,
                            element_instance_key, answered, overdue)
                        SELECT :id, 0, 'REVIEW', :application, :application, COUNT(*), 'Review application',
                            'reviewers', 50, 'DONE', :now, :now, :now, :now, 1, COUNT(*), FALSE, FALSE
                        FROM task
                        """)
                .param("id", task.value())
                .param("application", application.id().value())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        context.getBean(TaskDecisions.class)
                .save(TaskDecision.inTasklist(task, "approve", fields, null, "Rita Reviewer", clock.instant()));
        return task;
    }

    private static <T> T inAnotherTransaction(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work).join();
    }

    /** Does once what the test asks for, after somebody has looked whether the application has a reseller. */
    private final class LookedForReseller implements BeanPostProcessor {
        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            if (!(bean instanceof Resellers)) {
                return bean;
            }
            return Proxy.newProxyInstance(
                    Resellers.class.getClassLoader(), new Class<?>[] {Resellers.class}, (proxy, method, arguments) -> {
                        Object found = method.invoke(bean, arguments);
                        if (method.getName().equals("findByApplicationId")) {
                            Optional.ofNullable(afterTheLookForAReseller.getAndSet(null))
                                    .ifPresent(Runnable::run);
                        }
                        return found;
                    });
        }
    }

    private UUID created(Application application, TaskId decision) {
        return resellerOf(create(application, decision));
    }

    private Outcome<ResellerCreated> create(Application application, TaskId decision) {
        ForDecision input = new ForDecision(application.id().value(), decision.value());
        return run(CreateAccountWorker.class, worker -> worker.apply(input, JOB));
    }

    private UUID linked(Application application) {
        return Objects.requireNonNull(context.getBean(TransactionTemplate.class)
                .execute(status -> context.getBean(CreateAccount.class)
                        .link(application)
                        .id()
                        .value()));
    }

    private static UUID resellerOf(Outcome<ResellerCreated> outcome) {
        return ((Outcome.Done<ResellerCreated>) outcome).output().resellerId();
    }

    private <W extends LocalStepWorker<?, ?>, R> R run(Class<W> worker, Function<W, R> step) {
        return Objects.requireNonNull(
                context.getBean(TransactionTemplate.class).execute(status -> step.apply(context.getBean(worker))));
    }

    private Account accountOf(UUID resellerId) {
        Reseller reseller = context.getBean(Resellers.class).get(new ResellerId(resellerId));
        return accounts().get(reseller.accountId());
    }

    private Accounts accounts() {
        return context.getBean(Accounts.class);
    }

    private List<String> column(String sql) {
        return context.getBean(JdbcClient.class).sql(sql).query(String.class).list();
    }
}
