package io.rocketbots.onboarding.admission.task;

import io.rocketbots.onboarding.admission.activation.CreateAccount;
import io.rocketbots.onboarding.admission.application.ApplicantContact;
import io.rocketbots.onboarding.admission.application.Application;
import io.rocketbots.onboarding.admission.application.Applications;
import io.rocketbots.onboarding.admission.application.CaseLinks;
import io.rocketbots.onboarding.admission.application.Company;
import io.rocketbots.onboarding.admission.application.OnboardingWaits;
import io.rocketbots.onboarding.admission.application.ProgressLinks;
import io.rocketbots.onboarding.admission.application.ReviewTerms;
import io.rocketbots.onboarding.admission.introduction.IntroductionTerms;
import io.rocketbots.onboarding.admission.introduction.WorkingCalendar;
import io.rocketbots.onboarding.customer.invitation.InvitationTerms;
import io.rocketbots.onboarding.customer.invitation.ReleaseInvitations;
import io.rocketbots.onboarding.customer.invitation.RevokedInvitations;
import io.rocketbots.onboarding.customer.space.ReleaseWaitingSpaces;
import io.rocketbots.onboarding.kernel.id.AccountId;
import io.rocketbots.onboarding.kernel.id.ApplicationId;
import io.rocketbots.onboarding.kernel.id.PlatformId;
import io.rocketbots.onboarding.kernel.id.TaskId;
import io.rocketbots.onboarding.kernel.job.Job;
import io.rocketbots.onboarding.kernel.job.LocalStepWorker;
import io.rocketbots.onboarding.kernel.job.LocalStepWorker.NothingAsked;
import io.rocketbots.onboarding.kernel.job.Outcome;
import io.rocketbots.onboarding.kernel.job.StepWorker;
import io.rocketbots.onboarding.kernel.mail.Addressee;
import io.rocketbots.onboarding.kernel.mail.MailContent;
import io.rocketbots.onboarding.kernel.mail.MailTemplate;
import io.rocketbots.onboarding.kernel.mail.Mails;
import io.rocketbots.onboarding.kernel.mail.QueuedMail;
import io.rocketbots.onboarding.kernel.mail.Recipient;
import io.rocketbots.onboarding.kernel.mail.TeamDirectory;
import io.rocketbots.onboarding.kernel.outbox.Outbox;
import io.rocketbots.onboarding.kernel.persistence.SettableClock;
import io.rocketbots.onboarding.kernel.persistence.TestDatabase;
import io.rocketbots.onboarding.kernel.persistence.TestRepositories;
import io.rocketbots.onboarding.kernel.timeline.Timeline;
import io.rocketbots.onboarding.launch.branding.ConfirmingName;
import io.rocketbots.onboarding.launch.domain.CustomDomains;
import io.rocketbots.onboarding.launch.domain.DomainTerms;
import io.rocketbots.onboarding.launch.domain.GiveUpDomain;
import io.rocketbots.onboarding.launch.domain.ParkedDomains;
import io.rocketbots.onboarding.launch.domain.ReleasedNames;
import io.rocketbots.onboarding.launch.domain.RequestDomain;
import io.rocketbots.onboarding.launch.domain.WatchTerms;
import io.rocketbots.onboarding.lifecycle.offboarding.OffboardingTerms;
import io.rocketbots.onboarding.lifecycle.progress.CaseProgress;
import io.rocketbots.onboarding.process.JobType;
import io.rocketbots.onboarding.process.JobTypes;
import io.rocketbots.onboarding.process.Variables.DecisionRecorded;
import io.rocketbots.onboarding.process.Variables.Ladder;
import io.rocketbots.onboarding.process.Variables.OpenReview;
import io.rocketbots.onboarding.process.Variables.RecordDecision;
import io.rocketbots.onboarding.process.Variables.ReviewOpened;
import io.rocketbots.onboarding.process.Variables.TaskAnswer;
import io.rocketbots.onboarding.process.Variables.Triage;
import io.rocketbots.onboarding.tenancy.account.Account;
import io.rocketbots.onboarding.tenancy.account.Accounts;
import io.rocketbots.onboarding.tenancy.account.ReviewTeams;
import io.rocketbots.onboarding.tenancy.account.Role;
import io.rocketbots.onboarding.tenancy.account.Roles;
import io.rocketbots.onboarding.tenancy.platform.PlatformSessions;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import io.rocketbots.onboarding.tenancy.reseller.Resellers;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The team at work: a database with real migrations, the tasks and their steps, and two reviewers. Jobs run as
 * {@code JobRunner} runs them, each in a transaction of its own.
 */
public final class Desk implements AutoCloseable {

    public static final Instant MONDAY_MORNING = Instant.parse("2026-03-02T08:00:00Z");
    public final SettableClock clock = new SettableClock(MONDAY_MORNING);
    private final AnnotationConfigApplicationContext context;
    public final Decider rita;
    public final Decider ron;
    public final Decider lena;

    public Desk(TestDatabase database) {
        context = database.with(
                clock,
                TestRepositories.class,
                Mails.class,
                Timeline.class,
                Outbox.class,
                ConfirmingName.class,
                CreateAccount.class,
                PlatformSessions.class,
                ParkedDomains.class,
                ReleasedNames.class,
                GiveUpDomain.class,
                RequestDomain.class,
                CaseProgress.class,
                NeedlessTasks.class,
                ReleaseWaitingSpaces.class,
                ReleaseInvitations.class,
                RevokedInvitations.class);
        context.registerBean(
                OffboardingTerms.class,
                () -> new OffboardingTerms(Duration.ofDays(30), Duration.ofDays(7), Duration.ofDays(1)));
        context.registerBean(TeamDirectory.class, () -> new Team());
        context.registerBean(
                ReviewTerms.class,
                () -> new ReviewTerms(
                        Duration.ofDays(3),
                        Duration.ofDays(1),
                        Duration.ofDays(1),
                        Duration.ofHours(4),
                        Duration.ofSeconds(30)));
        context.registerBean(
                TaskTerms.class,
                () -> new TaskTerms(
                        new TaskTerms.Ladder(Duration.ofDays(3), Duration.ofDays(7)),
                        new TaskTerms.Ladder(Duration.ofDays(2), Duration.ofDays(5))));
        context.registerBean(
                IntroductionTerms.class, () -> new IntroductionTerms(2, Duration.ofDays(5), Duration.ofDays(10)));
        context.registerBean(WorkingCalendar.class, () -> new WorkingCalendar(ZoneId.of("Europe/Berlin")));
        context.registerBean(
                OnboardingWaits.class,
                () -> new OnboardingWaits(ladder(), ladder(), ladder(), ladder(), Duration.ofDays(90)));
        context.registerBean(
                InvitationTerms.class,
                () -> new InvitationTerms(
                        Duration.ofDays(3),
                        Duration.ofDays(7),
                        Duration.ofDays(14),
                        50,
                        Duration.ofDays(1),
                        Duration.ofMinutes(5)));
        context.registerBean(
                DomainTerms.class,
                () -> new DomainTerms(
                        List.of(),
                        "edge.example",
                        false,
                        ladder(),
                        List.of(Duration.ofMinutes(1)),
                        Duration.ofDays(7),
                        Duration.ofHours(6),
                        Duration.ofSeconds(10),
                        Duration.ofDays(30),
                        new WatchTerms(Duration.ofDays(1), Duration.ofHours(1), Duration.ofDays(7))));
        context.registerBean(CaseLinks.class, () -> new CaseLinks(URI.create("https://rocketbots.example")));
        context.registerBean(
                ProgressLinks.class, () -> new ProgressLinks("x".repeat(32), URI.create("https://rocketbots.example")));
        context.scan(
                "io.rocketbots.onboarding.admission.activation.step",
                "io.rocketbots.onboarding.admission.task",
                "io.rocketbots.onboarding.lifecycle.termination",
                "io.rocketbots.onboarding.lifecycle.golive",
                "io.rocketbots.onboarding.lifecycle.offboarding",
                "io.rocketbots.onboarding.admission.review",
                "io.rocketbots.onboarding.admission.introduction");
        context.refresh();
        rita = member("Rita Reviewer", "R1", Role.REVIEWER);
        ron = member("Ron Reviewer", "R2", Role.REVIEWER);
        lena = member("Lena Lead", "L1", Role.TEAM_LEAD);
        member("Olga Ops", "O1", Role.OPS);
    }

    /** What other features say about tasks that nobody needs. */
    @ComponentScan(
            basePackageClasses = {CustomDomains.class, CaseProgress.class},
            useDefaultFilters = false,
            includeFilters = @ComponentScan.Filter(type = FilterType.ASSIGNABLE_TYPE, classes = NeedlessTask.class))
    static class NeedlessTasks {}

    private static Ladder ladder() {
        return new Ladder(Duration.ofDays(3), Duration.ofDays(7), Duration.ofDays(12), Duration.ofDays(14));
    }

    private Decider member(String name, String staffCode, Role role) {
        String email = name.substring(0, name.indexOf(' ')).toLowerCase(Locale.ROOT) + "@rocketbots.example";
        Account account = the(Accounts.class)
                .save(Account.invite(PlatformId.ROCKETBOTS, email, name, Roles.of(role), clock.instant())
                        .joinTeam(staffCode, ReviewTeams.of("reviewers"))
                        .activate("a hash"));
        return new Decider(account.id(), name, email);
    }

    private final class Team implements TeamDirectory {
        @Override
        public List<AccountId> members(String team) {
            return List.of(rita.id(), ron.id());
        }

        @Override
        public List<AccountId> leads() {
            return List.of(lena.id());
        }
    }

    @Override
    public void close() {
        context.close();
    }

    public <T> T the(Class<T> bean) {
        return context.getBean(bean);
    }

    /** An application under review. */
    public Application application() {
        return application("ada-" + UUID.randomUUID() + "@acme.example");
    }

    /** An application under review, of somebody with that address. */
    public Application application(String email) {
        Application submitted = Application.submit(
                new Company("Acme Chat", "https://acme.example", "DE", 20, "Chat for shops"),
                new ApplicantContact("Ada Applicant", email),
                clock.instant(),
                Duration.ofDays(3));
        return the(Applications.class)
                .save(the(Applications.class).save(submitted).startReview());
    }

    public Application application(ApplicationId id) {
        return the(Applications.class).get(id);
    }

    /** A reseller whose application has been approved. */
    public Reseller reseller() {
        Application approved = the(Applications.class).save(application().approve());
        Account account = the(Accounts.class)
                .save(Account.invite(
                        PlatformId.ROCKETBOTS,
                        approved.contact().email(),
                        "Ada Applicant",
                        Roles.of(Role.RESELLER),
                        clock.instant().plusSeconds(60)));
        return the(Resellers.class)
                .save(Reseller.create(
                        approved.id(),
                        account.id(),
                        "Acme Chat",
                        UUID.randomUUID().toString(),
                        clock.instant()));
    }

    /** Runs the step for one visit of the process. */
    public <I, O> Outcome<O> run(JobType<I, O> type, I input, long visit) {
        return run(type, input, new Job("Task", visit, 4711));
    }

    public <I, O> Outcome<O> run(JobType<I, O> type, I input, Job job) {
        return inTransaction(() -> worker(type).apply(input, NothingAsked.NOTHING, job));
    }

    /** The same, of a step that ends well. */
    public <I, O> O done(JobType<I, O> type, I input, long visit) {
        return switch (run(type, input, visit)) {
            case Outcome.Done<O>(O output) -> output;
            case Outcome.Refused<O>(var error) -> throw new AssertionError("The step refused: " + error);
        };
    }

    @SuppressWarnings("unchecked")
    private <I, O> StepWorker<I, NothingAsked, O> worker(JobType<I, O> type) {
        return context.getBeansOfType(LocalStepWorker.class).values().stream()
                .filter(worker -> worker.jobType().equals(type))
                .findFirst()
                .orElseThrow();
    }

    /** What that mail about the case would say now; empty when it is of no use any more. */
    public Optional<Map<String, Object>> words(MailTemplate template, ApplicationId about, Map<String, String> ids) {
        MailContent content = context.getBeansOfType(MailContent.class).values().stream()
                .filter(one -> one.template() == template)
                .findFirst()
                .orElseThrow();
        return inTransaction(() -> content.fields(new QueuedMail(
                UUID.randomUUID(),
                template,
                Recipient.applicant(),
                new Addressee("Ada Applicant", application(about).contact().email()),
                null,
                List.of(new QueuedMail.Occasion(about, ids)))));
    }

    public <T> T inTransaction(Supplier<T> work) {
        return the(TransactionTemplate.class).execute(status -> work.get());
    }

    public ReviewOpened openReview(Application application, long visit) {
        return done(JobTypes.OPEN_REVIEW, new OpenReview(application.id().value(), new Triage(60, "reviewers")), visit);
    }

    /** The task of a review just opened. */
    public Task review(Application application) {
        return task(openReview(application, 1).taskId());
    }

    public Task task(UUID id) {
        return the(Tasks.class).get(new TaskId(id));
    }

    public DecisionRecorded record(Task task, @Nullable TaskAnswer answer) {
        return done(JobTypes.RECORD_DECISION, new RecordDecision(task.id().value(), answer), 99);
    }

    /** What somebody filled into the review's form in Tasklist. */
    public static TaskAnswer answer(String decision, String staffCode, @Nullable String message) {
        return new TaskAnswer(decision, staffCode, message, null, null, null, null, null);
    }

    /** The relay has given every message in the outbox to the engine. */
    public void sendOutbox() {
        the(JdbcClient.class).sql("UPDATE outbox SET sent_at = created_at").update();
    }

    /** The messages for the engine that have not gone out, as {@code name correlationKey}. */
    public List<String> outbox() {
        return the(JdbcClient.class)
                .sql("SELECT message_type || ' ' || correlation_key FROM outbox WHERE sent_at IS NULL ORDER BY seq")
                .query(String.class)
                .list();
    }

    /** The mails queued about the case, as {@code template recipient}, people by their first name. */
    public List<String> mails(ApplicationId application) {
        return the(JdbcClient.class)
                .sql("SELECT template || ' ' || recipient FROM mail_message WHERE application_id = :id ORDER BY seq")
                .param("id", application.value())
                .query(String.class)
                .list()
                .stream()
                .map(this::withName)
                .toList();
    }

    private String withName(String mail) {
        String named = mail;
        for (Decider person : List.of(rita, ron, lena)) {
            String first =
                    person.name().substring(0, person.name().indexOf(' ')).toLowerCase(Locale.ROOT);
            named = named.replace("account:" + person.id().value(), first);
        }
        return named;
    }

    public List<String> timeline(ApplicationId application) {
        return the(Timeline.class).of(application).stream()
                .map(entry -> entry.actor() + ": " + entry.text())
                .toList();
    }
}
