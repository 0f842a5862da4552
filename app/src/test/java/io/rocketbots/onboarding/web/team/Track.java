package io.rocketbots.onboarding.web.team;

import io.rocketbots.onboarding.admission.application.Application;
import io.rocketbots.onboarding.kernel.job.Outcome;
import io.rocketbots.onboarding.kernel.outbox.Outbox;
import io.rocketbots.onboarding.operations.history.Incidents;
import io.rocketbots.onboarding.operations.history.Step;
import io.rocketbots.onboarding.operations.history.StepVisits;
import io.rocketbots.onboarding.process.MessageTypes;
import io.rocketbots.onboarding.process.ProcessId;
import io.rocketbots.onboarding.process.Variables.BrandingChecked;
import io.rocketbots.onboarding.process.Variables.DecisionRecorded;
import io.rocketbots.onboarding.process.Variables.DomainRequestChecked;
import io.rocketbots.onboarding.process.Variables.ForApplication;
import io.rocketbots.onboarding.process.Variables.ReviewOpened;
import io.rocketbots.onboarding.process.Variables.WelcomeSent;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The way of a case as the workers write it down, without an engine. */
final class Track {

    private static final AtomicLong KEYS = new AtomicLong(1_000_000);

    private final ApplicationContext context;
    private final Application application;
    final long instance = KEYS.getAndIncrement();

    Track(ApplicationContext context, Application application) {
        this.context = context;
        this.application = application;
    }

    /** Its start has gone out to the engine that long ago. */
    void submitted(Duration ago) {
        UUID id = application.id().value();
        inTransaction(() -> context.getBean(Outbox.class)
                .put(MessageTypes.APPLICATION_SUBMITTED, id, id.toString(), new ForApplication(id)));
        context.getBean(JdbcClient.class)
                .sql("UPDATE outbox SET sent_at = :then WHERE aggregate_id = :id")
                .param("then", Timestamp.from(Instant.now().minus(ago)))
                .param("id", id)
                .update();
    }

    void reachesReview() {
        ends("Task_ConfirmReceipt", Map.of());
        ends(
                "Task_OpenReview",
                new ReviewOpened(
                        UUID.randomUUID(),
                        1,
                        Instant.now().plus(Duration.ofDays(3)),
                        Instant.now().plus(Duration.ofDays(2))));
    }

    void isApproved() {
        ends("Task_RecordDecision", new DecisionRecorded("approve", "console", null));
    }

    /** The domain is chosen, so that its set-up is called. */
    void callsTheSetUpOf(UUID domain) {
        ends("Task_CreateAccount", Map.of());
        ends("Task_SendWelcome", new WelcomeSent(true));
        ends("Task_CheckBranding", new BrandingChecked(true));
        ends(
                "Task_CheckDomainRequest",
                new DomainRequestChecked(true, domain, Instant.now().plus(Duration.ofDays(90))));
    }

    void ends(String element, Object output) {
        ends(ProcessId.RESELLER_ONBOARDING, instance, application.id().value(), element, output);
    }

    /** A step of another process that the case has begun. */
    void ends(ProcessId process, long of, UUID subject, String element, Object output) {
        Step step = step(process, of, subject, element);
        inTransaction(() -> {
            context.getBean(StepVisits.class).begun(step);
            context.getBean(StepVisits.class).ended(step, Outcome.done(output));
        });
    }

    void fails(String element) {
        fails(ProcessId.RESELLER_ONBOARDING, instance, application.id().value(), element);
    }

    void fails(ProcessId process, long of, UUID subject, String element) {
        context.getBean(Incidents.class)
                .stopped(step(process, of, subject, element), new IllegalStateException("for a test"));
    }

    static long newKey() {
        return KEYS.getAndIncrement();
    }

    private Step step(ProcessId process, long of, UUID subject, String element) {
        Map<String, @Nullable Object> known = new HashMap<>();
        known.put(process.subject(), subject.toString());
        if (process == ProcessId.DOMAIN_SETUP) {
            known.put("applicationId", application.id().value().toString());
        }
        return new Step(process.id(), 1, of, element, newKey(), Instant.now(), 1, known);
    }

    private void inTransaction(Runnable work) {
        context.getBean(TransactionTemplate.class).executeWithoutResult(status -> work.run());
    }
}
