package io.rocketbots.onboarding.operations.retention;

import io.rocketbots.onboarding.customer.contact.DeleteContactsOfDeletedSpaces;
import io.rocketbots.onboarding.customer.space.DeleteCancelledSpaces;
import io.rocketbots.onboarding.launch.domain.DomainChecks;
import io.rocketbots.onboarding.operations.history.StalledSteps;
import io.rocketbots.onboarding.operations.history.StepVisits;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Removes regularly what nobody reads any more: messages that the engine has had for long, old entries of the access
 * log, finished imports, old turns of loops and old checks of domains, and what cancelled Spaces held. Spring Session removes its own expired sessions.
 */
@Configuration
@EnableScheduling
class Retention {

    private static final Logger log = LoggerFactory.getLogger(Retention.class);

    /** Longer than any onboarding: where a case stands follows from the messages, too. */
    private static final Duration SENT_MESSAGES = Duration.ofDays(400);

    private static final Duration ACCESS_LOG = Duration.ofDays(365);
    private static final Duration IMPORTS = Duration.ofDays(90);
    private static final Duration WEBHOOKS = Duration.ofDays(30);
    private static final Duration IDEMPOTENT_CALLS = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final DeleteCancelledSpaces deleteCancelledSpaces;
    private final DeleteContactsOfDeletedSpaces deleteContacts;
    private final StepVisits stepVisits;
    private final DomainChecks domainChecks;
    private final StalledSteps stalledSteps;
    private final Clock clock;

    Retention(
            JdbcClient jdbc,
            DeleteCancelledSpaces deleteCancelledSpaces,
            DeleteContactsOfDeletedSpaces deleteContacts,
            StepVisits stepVisits,
            DomainChecks domainChecks,
            StalledSteps stalledSteps,
            Clock clock) {
        this.jdbc = jdbc;
        this.deleteCancelledSpaces = deleteCancelledSpaces;
        this.deleteContacts = deleteContacts;
        this.stepVisits = stepVisits;
        this.domainChecks = domainChecks;
        this.stalledSteps = stalledSteps;
        this.clock = clock;
    }

    /** Each deletion stands for itself: one that fails is done the next day. */
    @Scheduled(initialDelay = 10, fixedDelay = 24 * 60, timeUnit = TimeUnit.MINUTES)
    void tidy() {
        delete("outbox WHERE sent_at < :before", SENT_MESSAGES);
        delete("access_entry WHERE at < :before", ACCESS_LOG);
        delete("""
                contact_import_error
                WHERE import_id IN (SELECT id FROM contact_import WHERE finished_at < :before)
                """, IMPORTS);
        delete("contact_import WHERE finished_at < :before", IMPORTS);
        delete("webhook_delivery WHERE state <> 'PENDING' AND created_at < :before", WEBHOOKS);
        delete("idempotent_call WHERE claimed_at < :before", IDEMPOTENT_CALLS);
        attempt(stepVisits::prune);
        attempt(domainChecks::prune);
    }

    private void delete(String what, Duration age) {
        attempt(() -> jdbc.sql("DELETE FROM " + what)
                .param("before", Timestamp.from(clock.instant().minus(age)))
                .update());
    }

    private static void attempt(Runnable deletion) {
        try {
            deletion.run();
        } catch (RuntimeException fault) {
            log.warn("Something old could not be deleted; it is the next day.", fault);
        }
    }

    /** Much oftener than a step may wait before somebody hears of it. */
    @Scheduled(initialDelay = 1, fixedRate = 1, timeUnit = TimeUnit.MINUTES)
    void lookForStalledSteps() {
        stalledSteps.look();
    }

    /** Oftener than the rest, so that a name is free again soon after its Space is gone. */
    @Scheduled(initialDelay = 5, fixedDelay = 15, timeUnit = TimeUnit.MINUTES)
    void deleteCancelledSpaces() {
        deleteCancelledSpaces.run();
        deleteContacts.run();
    }
}
