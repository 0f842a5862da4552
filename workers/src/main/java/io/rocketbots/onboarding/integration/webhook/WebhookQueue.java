package io.rocketbots.onboarding.integration.webhook;

import io.rocketbots.onboarding.kernel.mail.MailTemplate;
import io.rocketbots.onboarding.kernel.mail.Mails;
import io.rocketbots.onboarding.kernel.mail.Recipient;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import io.rocketbots.onboarding.tenancy.reseller.Resellers;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The deliveries as the dispatcher sees them: short transactions that claim one and say what became of it. */
@Component
class WebhookQueue {

    private static final int LONGEST_ERROR = 300;

    /**
     * One that an endpoint is being sent keeps its others waiting, so that a slow one takes no more than one place. NOT IN,
     * which is worked out once: with a join each delivery would look through all those of its endpoint.
     */
    private static final String DUE = """
            state = 'PENDING' AND next_attempt_at <= :now AND (lease_until IS NULL OR lease_until < :now)
            AND endpoint_id NOT IN (SELECT endpoint_id FROM webhook_delivery WHERE lease_until >= :now)
            """;

    private final JdbcClient jdbc;
    private final WebhookEndpoints endpoints;
    private final WebhookTerms terms;
    private final Resellers resellers;
    private final Mails mails;
    private final Clock clock;
    private final SecureRandom random;

    WebhookQueue(
            JdbcClient jdbc,
            WebhookEndpoints endpoints,
            WebhookTerms terms,
            Resellers resellers,
            Mails mails,
            Clock clock,
            SecureRandom random) {
        this.jdbc = jdbc;
        this.endpoints = endpoints;
        this.terms = terms;
        this.resellers = resellers;
        this.mails = mails;
        this.clock = clock;
        this.random = random;
    }

    /**
     * One delivery taken to be tried.
     *
     * @param attempt counts the tries and proves that the lease is still ours
     */
    record Claimed(UUID id, UUID messageId, WebhookEndpoint endpoint, String body, int attempt, Instant giveUpAt) {}

    private record Row(UUID id, UUID endpoint, UUID message, String body, int attempts, Instant giveUpAt) {}

    /** As the header {@code webhook-id} carries it. */
    static String messageId(UUID message) {
        return "msg_" + message;
    }

    /** Takes the next delivery that is due and that nobody else is trying. */
    @Transactional
    public Optional<Claimed> claim() {
        Instant now = clock.instant();
        List<UUID> due = jdbc.sql("SELECT id FROM webhook_delivery WHERE " + DUE
                        + " ORDER BY next_attempt_at FETCH FIRST 20 ROWS ONLY")
                .param("now", Timestamp.from(now))
                .query(UUID.class)
                .list();
        // One by one, since H2 limits before it skips.
        return due.stream().flatMap(id -> lock(id, now).stream()).findFirst().flatMap(this::lease);
    }

    private Optional<Row> lock(UUID id, Instant now) {
        return jdbc.sql("SELECT * FROM webhook_delivery WHERE id = :id AND " + DUE + " FOR UPDATE SKIP LOCKED")
                .param("id", id)
                .param("now", Timestamp.from(now))
                .query((row, number) -> new Row(
                        row.getObject("id", UUID.class),
                        row.getObject("endpoint_id", UUID.class),
                        row.getObject("message_id", UUID.class),
                        row.getString("body"),
                        row.getInt("attempts"),
                        row.getTimestamp("give_up_at").toInstant()))
                .optional();
    }

    /** From now on, however long it took to find and lock it. */
    private Optional<Claimed> lease(Row row) {
        Instant now = clock.instant();
        jdbc.sql("UPDATE webhook_delivery SET attempts = attempts + 1, lease_until = :until, tried_at = :now"
                        + " WHERE id = :id")
                .param("until", Timestamp.from(now.plus(terms.lease())))
                .param("now", Timestamp.from(now))
                .param("id", row.id())
                .update();
        return endpoints
                .find(row.endpoint())
                .map(endpoint ->
                        new Claimed(row.id(), row.message(), endpoint, row.body(), row.attempts() + 1, row.giveUpAt()));
    }

    @Transactional
    public void delivered(Claimed delivery, int answer) {
        if (end(delivery, WebhookDelivery.State.DELIVERED, null, answer, null)) {
            jdbc.sql("UPDATE webhook_endpoint SET failing_since = NULL WHERE id = :id AND failing_since IS NOT NULL")
                    .param("id", delivery.endpoint().id())
                    .update();
        }
    }

    /**
     * Puts it back, or gives it up; an endpoint that has failed for as long as one delivery is tried is switched off.
     *
     * @return whether it is tried again
     */
    @Transactional
    public boolean failed(Claimed delivery, @Nullable Integer answer, String error, boolean gone) {
        Instant now = clock.instant();
        Instant next = now.plus(pauseAfter(delivery.attempt()));
        boolean over = gone || !delivery.endpoint().isOn() || next.isAfter(delivery.giveUpAt());
        boolean ours = over
                ? end(delivery, WebhookDelivery.State.FAILED, null, answer, error)
                : end(delivery, WebhookDelivery.State.PENDING, next, answer, error);
        if (!ours) {
            return !over;
        }
        UUID endpoint = delivery.endpoint().id();
        jdbc.sql("UPDATE webhook_endpoint SET failing_since = :now WHERE id = :id AND failing_since IS NULL")
                .param("now", Timestamp.from(now))
                .param("id", endpoint)
                .update();
        Instant failingSince =
                endpoints.find(endpoint).map(WebhookEndpoint::failingSince).orElse(now);
        // The pause that is left counts as failed too: nothing would be tried in it.
        if (gone || (over && !failingSince.plus(terms.giveUpAfter()).isAfter(next))) {
            switchOff(delivery.endpoint(), now);
        }
        return !over;
    }

    private void switchOff(WebhookEndpoint endpoint, Instant now) {
        boolean first =
                jdbc.sql("UPDATE webhook_endpoint SET disabled_at = :now WHERE id = :id AND disabled_at IS NULL")
                                .param("now", Timestamp.from(now))
                                .param("id", endpoint.id())
                                .update()
                        == 1;
        if (first) {
            jdbc.sql("""
                    UPDATE webhook_delivery SET state = 'FAILED', next_attempt_at = NULL, error = 'Switched off.'
                    WHERE endpoint_id = :id AND state = 'PENDING' AND (lease_until IS NULL OR lease_until < :now)
                    """)
                    .param("id", endpoint.id())
                    .param("now", Timestamp.from(now))
                    .update();
            Reseller reseller = resellers.get(endpoint.reseller());
            mails.queue(
                    MailTemplate.WEBHOOK_SWITCHED_OFF,
                    reseller.applicationId(),
                    Recipient.account(reseller.accountId()),
                    endpoint.id() + " " + now,
                    Map.of("endpointId", endpoint.id().toString()));
        }
    }

    private boolean end(
            Claimed delivery,
            WebhookDelivery.State state,
            @Nullable Instant next,
            @Nullable Integer answer,
            @Nullable String error) {
        return jdbc.sql("""
                UPDATE webhook_delivery SET state = :state, next_attempt_at = :next, lease_until = NULL,
                    answer = :answer, error = :error
                WHERE id = :id AND attempts = :attempt AND state = 'PENDING'
                """)
                        .param("state", state.name())
                        .param("next", next == null ? null : Timestamp.from(next))
                        .param("answer", answer)
                        .param(
                                "error",
                                error == null ? null : error.substring(0, Math.min(error.length(), LONGEST_ERROR)))
                        .param("id", delivery.id())
                        .param("attempt", delivery.attempt())
                        .update()
                == 1;
    }

    /** Each pause is three times the one before, less up to a fifth of it so that not all come at once. */
    private Duration pauseAfter(int attempt) {
        Duration pause = terms.firstRetry();
        for (int i = 1; i < attempt && pause.compareTo(terms.longestRetry()) < 0; i++) {
            pause = pause.multipliedBy(3);
        }
        Duration longest = pause.compareTo(terms.longestRetry()) < 0 ? pause : terms.longestRetry();
        return longest.minusMillis((long) (random.nextDouble() * longest.toMillis() / 5));
    }
}
