package io.rocketbots.onboarding.kernel.mail;

import io.rocketbots.onboarding.kernel.id.ApplicationId;
import io.rocketbots.onboarding.kernel.id.ResellerId;
import io.rocketbots.onboarding.kernel.mail.QueuedMail.Occasion;
import io.rocketbots.onboarding.kernel.timeline.Timeline;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

/**
 * The rows as the dispatcher works them off, each method a short transaction of its own. What is written about a try
 * counts only while the try still holds its lease: whoever comes too late changes nothing.
 */
@Component
class MailQueue {

    private static final TypeReference<Map<String, String>> IDS = new TypeReference<>() {};
    /** Mails in the name of a platform that is closed for now wait until it is open again. */
    private static final String DUE = """
            state = 'QUEUED' AND batch_id = id AND next_attempt_at <= :now
            AND (lease_until IS NULL OR lease_until < :now)
            AND NOT EXISTS (SELECT 1 FROM reseller WHERE reseller.id = mail_message.platform_id
                AND reseller.state IN ('SUSPENDED', 'OFFBOARDING'))""";

    /** Mails that only a newer release can write wait for a node that has it. */
    private static final List<String> KNOWN =
            Arrays.stream(MailTemplate.values()).map(MailTemplate::id).toList();

    private static final int LONGEST_ERROR = 1000;

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;
    private final SecureRandom random;
    private final Timeline timeline;
    private final MailTerms terms;
    private final ApplicationEventPublisher events;

    MailQueue(
            JdbcClient jdbc,
            ObjectMapper json,
            Clock clock,
            SecureRandom random,
            Timeline timeline,
            MailTerms terms,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
        this.random = random;
        this.timeline = timeline;
        this.terms = terms;
        this.events = events;
    }

    /**
     * One mail taken to be tried.
     *
     * @param batch names it, and its rows
     * @param attempt counts the tries and proves that the lease is still ours
     * @param dueSince when it was to be tried
     * @param contentRefusals how many tries the server has answered by refusing the content
     */
    record Claimed(
            UUID batch,
            int attempt,
            Instant dueSince,
            int contentRefusals,
            MailTemplate template,
            Recipient recipient,
            @Nullable ResellerId platform,
            List<Occasion> about,
            @Nullable String traceparent) {

        @Nullable
        ApplicationId application() {
            return about.getFirst().application();
        }

        Claimed refusedAgain() {
            return new Claimed(
                    batch, attempt, dueSince, contentRefusals + 1, template, recipient, platform, about, traceparent);
        }
    }

    private record Row(
            UUID batch,
            int attempts,
            Instant nextAttemptAt,
            int contentRefusals,
            MailTemplate template,
            Recipient recipient,
            @Nullable ResellerId platform,
            Occasion occasion,
            @Nullable String traceparent) {}

    private record Reader(String recipient, String template) {}

    /**
     * Makes one mail of all that waits for a person in a gathered template, unless that person got one a short while
     * ago or one is on its way. From then on the batch is fixed: a row queued later goes into the next one.
     */
    @Transactional
    public void gather() {
        List<Reader> readers = ungathered();
        if (readers.isEmpty()) {
            return;
        }
        jdbc.sql("SELECT id FROM mail_gathering WHERE id = 1 FOR UPDATE")
                .query(Integer.class)
                .single();
        Instant quietSince = clock.instant().minus(terms.gatherFor());
        // Read again, now that no other node gathers.
        for (Reader reader : ungathered()) {
            boolean disturbed = jdbc.sql("""
                    SELECT COUNT(*) FROM mail_message
                    WHERE recipient = :recipient AND template = :template AND batch_id IS NOT NULL
                        AND (state = 'QUEUED' OR sent_at > :quietSince)
                    """)
                            .param("recipient", reader.recipient())
                            .param("template", reader.template())
                            .param("quietSince", Timestamp.from(quietSince))
                            .query(Integer.class)
                            .single()
                    > 0;
            if (!disturbed) {
                makeBatch(reader);
            }
        }
    }

    private List<Reader> ungathered() {
        return jdbc.sql("""
                SELECT DISTINCT recipient, template FROM mail_message WHERE state = 'QUEUED' AND batch_id IS NULL
                """)
                .query((row, number) -> new Reader(row.getString("recipient"), row.getString("template")))
                .list();
    }

    private void makeBatch(Reader reader) {
        List<UUID> rows = jdbc.sql("""
                SELECT id FROM mail_message
                WHERE recipient = :recipient AND template = :template AND state = 'QUEUED' AND batch_id IS NULL
                ORDER BY seq
                """)
                .param("recipient", reader.recipient())
                .param("template", reader.template())
                .query(UUID.class)
                .list();
        jdbc.sql("UPDATE mail_message SET batch_id = :batch WHERE id IN (:rows)")
                .param("batch", rows.getFirst())
                .param("rows", rows)
                .update();
    }

    /** Takes the next mail that is due and that nobody else is trying. */
    @Transactional
    public Optional<Claimed> claim() {
        Instant now = clock.instant();
        List<UUID> due = jdbc.sql("SELECT id FROM mail_message WHERE " + DUE
                        + " AND template IN (:known) ORDER BY next_attempt_at, seq LIMIT 20")
                .param("now", Timestamp.from(now))
                .param("known", KNOWN)
                .query(UUID.class)
                .list();
        // One by one, since H2 limits before it skips.
        return due.stream().filter(batch -> isOurs(batch, now)).findFirst().map(this::lease);
    }

    private boolean isOurs(UUID batch, Instant now) {
        return jdbc.sql("SELECT id FROM mail_message WHERE id = :id AND " + DUE + " FOR UPDATE SKIP LOCKED")
                .param("id", batch)
                .param("now", Timestamp.from(now))
                .query(UUID.class)
                .optional()
                .isPresent();
    }

    /** From now on, however long it took to find and lock it. */
    private Claimed lease(UUID batch) {
        jdbc.sql("""
                UPDATE mail_message SET attempts = attempts + 1, lease_until = :until
                WHERE batch_id = :batch AND state = 'QUEUED'
                """)
                .param("until", Timestamp.from(clock.instant().plus(terms.lease())))
                .param("batch", batch)
                .update();
        List<Row> rows = jdbc.sql(
                        "SELECT * FROM mail_message WHERE batch_id = :batch AND state = 'QUEUED' ORDER BY seq")
                .param("batch", batch)
                .query(this::row)
                .list();
        Row first = rows.getFirst();
        return new Claimed(
                batch,
                first.attempts(),
                first.nextAttemptAt(),
                first.contentRefusals(),
                first.template(),
                first.recipient(),
                first.platform(),
                rows.stream().map(Row::occasion).toList(),
                first.traceparent());
    }

    @Transactional
    public void sent(Claimed mail, String address) {
        end(mail, MailState.SENT, address, null, 0);
    }

    @Transactional
    public void dropped(Claimed mail, String reason) {
        end(mail, MailState.DROPPED, null, reason, 0);
    }

    /** Flags the mail; other features hear in the same transaction by {@link MailRefused} that nobody is there. */
    @Transactional
    public void recipientRefused(Claimed mail, String address, String reason) {
        if (undeliverable(mail, address, reason, 0)) {
            events.publishEvent(new MailRefused(mail.recipient()));
        }
    }

    /** Flags the mail and nothing else, since the recipient may well be there: operations mend the sender and resend it. */
    @Transactional
    public void contentRefused(Claimed mail, String address, String reason) {
        undeliverable(mail, address, reason, mail.contentRefusals());
    }

    /** Raises the flag "Mail undeliverable" on the case and says so in its timeline. */
    private boolean undeliverable(Claimed mail, String address, String reason, int contentRefusals) {
        boolean ours = end(mail, MailState.UNDELIVERABLE, address, reason, contentRefusals);
        ApplicationId application = mail.application();
        if (ours && application != null) {
            timeline.tellTeam(
                    application,
                    "The system",
                    "Mail undeliverable: \"%s\" to %s. The mail server said: %s"
                            .formatted(mail.template().title(), address, shortened(reason, 500)));
        }
        return ours;
    }

    private boolean end(
            Claimed mail, MailState state, @Nullable String address, @Nullable String error, int contentRefusals) {
        return jdbc.sql("""
                UPDATE mail_message SET state = :state, sent_at = :sentAt, sent_to = :address, error = :error,
                    content_refusals = :contentRefusals, lease_until = NULL
                WHERE batch_id = :batch AND state = 'QUEUED' AND attempts = :attempt
                """)
                        .param("state", state.name())
                        .param("sentAt", state == MailState.SENT ? Timestamp.from(clock.instant()) : null)
                        .param("address", address)
                        .param("error", error == null ? null : shortened(error, LONGEST_ERROR))
                        .param("contentRefusals", contentRefusals)
                        .param("batch", mail.batch())
                        .param("attempt", mail.attempt())
                        .update()
                > 0;
    }

    /** Puts the mail back; each pause is twice the one before, less up to half of it so that not all come at once. */
    @Transactional
    public void retryLater(Claimed mail, @Nullable String address, String reason) {
        jdbc.sql("""
                UPDATE mail_message SET next_attempt_at = :next, sent_to = :address, error = :error,
                    content_refusals = :contentRefusals, lease_until = NULL
                WHERE batch_id = :batch AND state = 'QUEUED' AND attempts = :attempt
                """)
                .param("next", Timestamp.from(clock.instant().plus(pauseAfter(mail.attempt()))))
                .param("address", address)
                .param("error", shortened(reason, LONGEST_ERROR))
                .param("contentRefusals", mail.contentRefusals())
                .param("batch", mail.batch())
                .param("attempt", mail.attempt())
                .update();
    }

    /**
     * Puts the mail back until {@link Mails#tryNow} is called, or the longest pause is over. When it was called while we
     * looked, the mail is due at once.
     */
    @Transactional
    public void waits(Claimed mail) {
        jdbc.sql("""
                UPDATE mail_message SET lease_until = NULL, error = NULL,
                    next_attempt_at = CASE WHEN next_attempt_at = :dueSince
                        THEN CAST(:next AS timestamp with time zone) ELSE next_attempt_at END
                WHERE batch_id = :batch AND state = 'QUEUED' AND attempts = :attempt
                """)
                .param("dueSince", Timestamp.from(mail.dueSince()))
                .param("next", Timestamp.from(clock.instant().plus(terms.longestRetry())))
                .param("batch", mail.batch())
                .param("attempt", mail.attempt())
                .update();
    }

    private Duration pauseAfter(int attempt) {
        Duration pause = terms.firstRetry();
        for (int i = 1; i < attempt && pause.compareTo(terms.longestRetry()) < 0; i++) {
            pause = pause.multipliedBy(2);
        }
        Duration longest = pause.compareTo(terms.longestRetry()) < 0 ? pause : terms.longestRetry();
        return longest.minusMillis((long) (random.nextDouble() * longest.toMillis() / 2));
    }

    private static String shortened(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }

    private Row row(ResultSet row, int number) throws SQLException {
        UUID application = row.getObject("application_id", UUID.class);
        UUID platform = row.getObject("platform_id", UUID.class);
        return new Row(
                row.getObject("batch_id", UUID.class),
                row.getInt("attempts"),
                row.getTimestamp("next_attempt_at").toInstant(),
                row.getInt("content_refusals"),
                MailTemplate.of(row.getString("template")),
                Recipient.of(row.getString("recipient")),
                platform == null ? null : new ResellerId(platform),
                new Occasion(
                        application == null ? null : new ApplicationId(application),
                        Objects.requireNonNull(json.readValue(row.getString("ids"), IDS))),
                row.getString("traceparent"));
    }
}
