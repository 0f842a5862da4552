package io.rocketbots.onboarding.operations.history;

import io.rocketbots.onboarding.admission.application.ApplicantContact;
import io.rocketbots.onboarding.admission.application.Application;
import io.rocketbots.onboarding.admission.application.Applications;
import io.rocketbots.onboarding.admission.application.Company;
import io.rocketbots.onboarding.customer.space.Space;
import io.rocketbots.onboarding.customer.space.SpaceState;
import io.rocketbots.onboarding.customer.space.Spaces;
import io.rocketbots.onboarding.kernel.id.ApplicationId;
import io.rocketbots.onboarding.kernel.id.PlatformId;
import io.rocketbots.onboarding.kernel.job.Outcome;
import io.rocketbots.onboarding.kernel.outbox.Outbox;
import io.rocketbots.onboarding.kernel.persistence.SettableClock;
import io.rocketbots.onboarding.kernel.persistence.TestDatabase;
import io.rocketbots.onboarding.kernel.persistence.TestRepositories;
import io.rocketbots.onboarding.kernel.timeline.Timeline;
import io.rocketbots.onboarding.process.MessageType;
import io.rocketbots.onboarding.process.MessageTypes;
import io.rocketbots.onboarding.process.ProcessId;
import io.rocketbots.onboarding.process.Variables.BrandingChecked;
import io.rocketbots.onboarding.process.Variables.DecisionRecorded;
import io.rocketbots.onboarding.process.Variables.DomainRequestChecked;
import io.rocketbots.onboarding.process.Variables.ForApplication;
import io.rocketbots.onboarding.process.Variables.Ladder;
import io.rocketbots.onboarding.process.Variables.OnboardingTiming;
import io.rocketbots.onboarding.process.Variables.ReceiptConfirmed;
import io.rocketbots.onboarding.process.Variables.ReviewOpened;
import io.rocketbots.onboarding.tenancy.account.Account;
import io.rocketbots.onboarding.tenancy.account.Accounts;
import io.rocketbots.onboarding.tenancy.account.Role;
import io.rocketbots.onboarding.tenancy.account.Roles;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import io.rocketbots.onboarding.tenancy.reseller.Resellers;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A case on its way: steps that end as {@code JobRunner} ends them, and messages that the relay has sent. */
final class Track implements AutoCloseable {

    static final long ONBOARDING = 4711;

    final SettableClock clock = new SettableClock(Instant.parse("2026-03-02T08:00:00Z"));
    final ApplicationId application;
    private final AnnotationConfigApplicationContext context;
    private long occasions = 100;
    Instant reviewRemindAt = Instant.MAX;

    Track(TestDatabase database) {
        context = database.with(clock, TestRepositories.class, Timeline.class, Outbox.class, CourseBeans.class);
        context.refresh();
        application = the(Applications.class)
                .save(Application.submit(
                        new Company("Acme", "", "DE", 25, "Chat for bakeries"),
                        new ApplicantContact("Bea Baker", "bea@bakery.example"),
                        clock.instant(),
                        Duration.ofDays(3)))
                .id();
    }

    <T> T the(Class<T> type) {
        return context.getBean(type);
    }

    JdbcClient jdbc() {
        return the(JdbcClient.class);
    }

    void inTransaction(Runnable work) {
        the(TransactionTemplate.class).executeWithoutResult(status -> work.run());
    }

    Step step(String elementId) {
        return step(elementId, ++occasions);
    }

    Step step(String elementId, long occasion) {
        return step(ProcessId.RESELLER_ONBOARDING, ONBOARDING, application.value(), elementId, occasion);
    }

    /** Of another process that the case has begun. */
    Step step(ProcessId process, long instance, UUID subject, String elementId) {
        return step(process, instance, subject, elementId, ++occasions);
    }

    private Step step(ProcessId process, long instance, UUID subject, String elementId, long occasion) {
        Map<String, @Nullable Object> known = new HashMap<>();
        known.put(process.subject(), subject.toString());
        return new Step(process.id(), 1, instance, elementId, occasion, clock.instant(), 1, known);
    }

    void ends(Step step, Outcome<?> outcome) {
        inTransaction(() -> {
            the(StepVisits.class).begun(step);
            the(StepVisits.class).ended(step, outcome);
        });
    }

    void ends(String elementId, Object output) {
        clock.advance(Duration.ofSeconds(1));
        ends(step(elementId), Outcome.done(output));
    }

    /** Of a Space that knows no application, whose first step was done, with those variables. */
    void visitElsewhere(String variables) {
        UUID space = UUID.randomUUID();
        jdbc().sql("""
                INSERT INTO step_visit (element_instance_key, process_id, process_version, process_instance_key,
                    subject_id, element_id, started_at, ended_at, tries, variables, nth, total_millis, look_at)
                VALUES (:key, 'space-provisioning', 1, :key, :space, 'Task_CreateSpace', :now, :now, 1, :variables, 1, 0,
                    :look)
                """)
                .param("key", ++occasions)
                .param("space", space)
                .param("now", Timestamp.from(clock.instant()))
                .param("variables", variables)
                .param("look", Timestamp.from(clock.instant().plus(StepVisits.PATIENCE)))
                .update();
    }

    void fails(Step step) {
        the(Incidents.class).stopped(step, new IllegalStateException());
    }

    /** Submitted, and the start has gone out to the engine. */
    void submits() {
        sends(MessageTypes.APPLICATION_SUBMITTED, new ForApplication(application.value()));
    }

    <T> void sends(MessageType<T> type, T payload) {
        sends(type, application.value(), payload);
    }

    <T> void sends(MessageType<T> type, UUID about, T payload) {
        inTransaction(() -> the(Outbox.class).put(type, about, about.toString(), payload));
        sendsAll();
    }

    /** A reseller came of the case and asked for a Space. */
    UUID space() {
        Account owner = the(Accounts.class)
                .save(Account.invite(
                        PlatformId.ROCKETBOTS,
                        "bea@bakery.example",
                        "Bea Baker",
                        Roles.of(Role.RESELLER),
                        clock.instant()));
        Reseller reseller =
                the(Resellers.class).save(Reseller.create(application, owner.id(), "Acme", "label-b", clock.instant()));
        return the(Spaces.class)
                .save(Space.request(
                        PlatformId.of(reseller.id()),
                        "Shop",
                        "en",
                        null,
                        SpaceState.REQUESTED,
                        owner.id(),
                        clock.instant()))
                .id()
                .value();
    }

    /** Whatever waits to go out has gone. */
    void sendsAll() {
        jdbc().sql("UPDATE outbox SET sent_at = :now WHERE sent_at IS NULL")
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** The review is open. */
    void reachesReview() {
        submits();
        Ladder ladder = new Ladder(Duration.ofDays(3), Duration.ofDays(7), Duration.ofDays(14), Duration.ofDays(30));
        ends(
                "Task_ConfirmReceipt",
                new ReceiptConfirmed(
                        "https://onboarding.example/team/applications/1",
                        25,
                        "europe",
                        true,
                        false,
                        new OnboardingTiming(ladder, ladder, ladder, ladder)));
        reviewRemindAt = clock.instant().plus(Duration.ofDays(2));
        ends(
                "Task_OpenReview",
                new ReviewOpened(UUID.randomUUID(), 1, reviewRemindAt.plus(Duration.ofDays(1)), reviewRemindAt));
    }

    void decides(String decision) {
        ends("Task_RecordDecision", new DecisionRecorded(decision, "console", null));
    }

    void checksSetUp() {
        ends("Task_CheckBranding", new BrandingChecked(false));
        ends(
                "Task_CheckDomainRequest",
                new DomainRequestChecked(false, null, clock.instant().plus(Duration.ofDays(90))));
    }

    List<String> active() {
        return the(CaseHistories.class).ofCase(application).stream()
                .flatMap(followed -> followed.history().active().stream())
                .map(element -> element.node().id())
                .sorted()
                .toList();
    }

    List<String> milestones() {
        return the(Timeline.class).of(application).stream()
                .map(Timeline.Entry::text)
                .toList();
    }

    @Override
    public void close() {
        context.close();
    }
}
