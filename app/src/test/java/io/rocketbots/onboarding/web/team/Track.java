package io.rocketbots.onboarding.web.team;

import io.rocketbots.onboarding.application.Application;
import io.rocketbots.onboarding.course.Incidents;
import io.rocketbots.onboarding.course.Step;
import io.rocketbots.onboarding.course.StepVisits;
import io.rocketbots.onboarding.job.Outcome;
import io.rocketbots.onboarding.outbox.Outbox;
import io.rocketbots.onboarding.process.MessageTypes;
import io.rocketbots.onboarding.process.ProcessId;
import io.rocketbots.onboarding.process.Variables.DecisionRecorded;
import io.rocketbots.onboarding.process.Variables.ForApplication;
import io.rocketbots.onboarding.process.Variables.ReviewOpened;
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

    void fails(String element) {
        context.getBean(Incidents.class).stopped(step(element), new IllegalStateException("for a test"));
    }

    private void ends(String element, Object output) {
        inTransaction(() -> context.getBean(StepVisits.class).ended(step(element), Outcome.done(output)));
    }

    private Step step(String element) {
        Map<String, @Nullable Object> known = new HashMap<>();
        known.put("applicationId", application.id().value().toString());
        return new Step(
                ProcessId.RESELLER_ONBOARDING.id(),
                1,
                instance,
                element,
                KEYS.getAndIncrement(),
                Instant.now().minusSeconds(2),
                1,
                known);
    }

    private void inTransaction(Runnable work) {
        context.getBean(TransactionTemplate.class).executeWithoutResult(status -> work.run());
    }
}
