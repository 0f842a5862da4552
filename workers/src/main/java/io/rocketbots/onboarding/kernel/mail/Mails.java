package io.rocketbots.onboarding.kernel.mail;

import io.rocketbots.onboarding.kernel.id.AccountId;
import io.rocketbots.onboarding.kernel.id.ApplicationId;
import io.rocketbots.onboarding.kernel.id.InvitationId;
import io.rocketbots.onboarding.kernel.id.ResellerId;
import io.rocketbots.onboarding.kernel.trace.Traces;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.ObjectMapper;

/**
 * Queues mails in the transaction that changes the rows they tell of. Queuing the same mail twice (template, case,
 * recipient, occasion) queues it once. {@code ids} hold what the mail's {@link MailContent} needs to find its words:
 * ids, dates, plain decisions; never a token and never text for the reader.
 */
@Component
public class Mails {

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;
    private final TeamDirectory team;
    private final ApplicationEventPublisher events;
    private final Traces traces;

    Mails(
            JdbcClient jdbc,
            ObjectMapper json,
            Clock clock,
            TeamDirectory team,
            ApplicationEventPublisher events,
            Traces traces) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
        this.team = team;
        this.events = events;
        this.traces = traces;
    }

    /** The dispatcher listens to this after commit, so that a mail goes out at once. */
    public record MailQueued() {}

    /**
     * Queues a Rocketbots mail about a case.
     *
     * @param occasion tells two mails of a kind apart: {@code job.elementInstanceKey()} in a worker
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void queue(
            MailTemplate template, ApplicationId about, Recipient to, String occasion, Map<String, String> ids) {
        insert(template, about, null, to, occasion, ids);
    }

    /** Queues a mail in the brand of a live platform, with links to its domain. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void queueFrom(
            ResellerId platform,
            MailTemplate template,
            ApplicationId about,
            Recipient to,
            String occasion,
            Map<String, String> ids) {
        insert(template, about, platform, to, occasion, ids);
    }

    /**
     * Queues a mail about no case but the account itself, such as a reset link.
     *
     * @param platform on whose platform it was asked for; null is Rocketbots
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void queueForAccount(
            @Nullable ResellerId platform,
            MailTemplate template,
            AccountId to,
            String occasion,
            Map<String, String> ids) {
        insert(template, null, platform, Recipient.account(to), occasion, ids);
    }

    /**
     * Queues a mail to somebody who was invited.
     *
     * @param platform in whose brand; null is Rocketbots
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void queueForInvitee(
            @Nullable ResellerId platform,
            MailTemplate template,
            InvitationId to,
            String occasion,
            Map<String, String> ids) {
        insert(template, null, platform, Recipient.invitee(to), occasion, ids);
    }

    /** Queues a mail for everybody of a team, a mail each; the team is named like the models' candidate group. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void queueForTeam(
            MailTemplate template, ApplicationId about, String toTeam, String occasion, Map<String, String> ids) {
        queueForEach(template, about, team.members(toTeam), occasion, ids);
    }

    /** Queues a mail for every team lead. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void queueForLeads(MailTemplate template, ApplicationId about, String occasion, Map<String, String> ids) {
        queueForEach(template, about, team.leads(), occasion, ids);
    }

    private void queueForEach(
            MailTemplate template,
            ApplicationId about,
            List<AccountId> people,
            String occasion,
            Map<String, String> ids) {
        for (AccountId person : people) {
            insert(template, about, null, Recipient.account(person), occasion, ids);
        }
    }

    private void insert(
            MailTemplate template,
            @Nullable ApplicationId about,
            @Nullable ResellerId platform,
            Recipient to,
            String occasion,
            Map<String, String> ids) {
        UUID id = UUID.randomUUID();
        Instant now = clock.instant();
        String purpose = template.id() + '|' + (about == null ? "" : about.value()) + '|' + to.text() + '|' + occasion;
        int queued = jdbc.sql("""
                INSERT INTO mail_message (id, purpose, template, application_id, platform_id, recipient, ids, state,
                    batch_id, created_at, next_attempt_at, traceparent)
                SELECT CAST(:id AS uuid), CAST(:purpose AS varchar), CAST(:template AS varchar),
                    CAST(:application AS uuid), CAST(:platform AS uuid), CAST(:recipient AS varchar),
                    CAST(:ids AS text), 'QUEUED', CAST(:batch AS uuid), CAST(:now AS timestamp with time zone),
                    CAST(:now AS timestamp with time zone), CAST(:traceparent AS varchar)
                WHERE NOT EXISTS (SELECT 1 FROM mail_message WHERE purpose = :purpose)
                """)
                .param("id", id)
                .param("purpose", purpose)
                .param("template", template.id())
                .param("application", about == null ? null : about.value())
                .param("platform", platform == null ? null : platform.value())
                .param("recipient", to.text())
                .param("ids", Objects.requireNonNull(json.writeValueAsString(ids)))
                .param("batch", template.gathered() ? null : id)
                .param("now", Timestamp.from(now))
                .param("traceparent", traces.handOver("onboarding.mail.queue"))
                .update();
        if (queued > 0) {
            events.publishEvent(new MailQueued());
        }
    }

    /** How many mails of these kinds an account has been sent since then, or will be. */
    public int countForAccount(AccountId to, Set<MailTemplate> templates, Instant since) {
        return jdbc.sql("""
                SELECT count(*) FROM mail_message
                WHERE recipient = :recipient AND template IN (:templates) AND created_at > :since
                """)
                .param("recipient", Recipient.account(to).text())
                .param("templates", templates.stream().map(MailTemplate::id).toList())
                .param("since", Timestamp.from(since))
                .query(Integer.class)
                .single();
    }

    /** Whether such a mail was queued before, on whatever occasion and whatever became of it. */
    public boolean wasQueued(MailTemplate template, ApplicationId about, Recipient to) {
        return jdbc.sql("""
                SELECT COUNT(*) FROM mail_message
                WHERE recipient = :recipient AND template = :template AND application_id = :about
                """)
                        .param("recipient", to.text())
                        .param("template", template.id())
                        .param("about", about.value())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /**
     * Tries what waits for that person at once, since what it waited for ({@link MailWaits}) has happened in this
     * transaction.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tryNow(Recipient to) {
        int waiting = jdbc.sql("""
                UPDATE mail_message SET next_attempt_at = :now
                WHERE recipient = :recipient AND state = 'QUEUED' AND error IS NULL
                """)
                .param("recipient", to.text())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        if (waiting > 0) {
            events.publishEvent(new MailQueued());
        }
    }

    /** The mails about that case that could not be delivered: the flag "Mail undeliverable". */
    public List<MailEntry> undeliverableOf(ApplicationId application) {
        return jdbc.sql(
                        "SELECT * FROM mail_message WHERE application_id = :id AND state = 'UNDELIVERABLE' ORDER BY seq")
                .param("id", application.value())
                .query(MailEntry::of)
                .list();
    }

    /** Every mail about that case, oldest first. */
    public List<MailEntry> of(ApplicationId application) {
        return jdbc.sql("SELECT * FROM mail_message WHERE application_id = :id ORDER BY seq")
                .param("id", application.value())
                .query(MailEntry::of)
                .list();
    }

    /**
     * All mails that the team can mend since they could not be delivered, oldest first; who invited mends the address of
     * an invitation.
     */
    public List<MailEntry> undeliverable() {
        return jdbc.sql("""
                SELECT * FROM mail_message WHERE state = 'UNDELIVERABLE'
                    AND (recipient NOT LIKE 'invitation:%' OR content_refusals > 0)
                ORDER BY seq
                """).query(MailEntry::of).list();
    }

    /** Mails that wait for another try after a failed one, oldest first. */
    public List<MailEntry> delayed() {
        return jdbc.sql("SELECT * FROM mail_message WHERE state = 'QUEUED' AND error IS NOT NULL ORDER BY seq")
                .query(MailEntry::of)
                .list();
    }
}
