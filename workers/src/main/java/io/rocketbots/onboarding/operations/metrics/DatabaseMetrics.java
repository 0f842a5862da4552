package io.rocketbots.onboarding.operations.metrics;

import static io.rocketbots.onboarding.operations.metrics.DatabaseMetric.age;
import static io.rocketbots.onboarding.operations.metrics.DatabaseMetric.count;
import static io.rocketbots.onboarding.operations.metrics.DatabaseMetric.counts;
import static io.rocketbots.onboarding.operations.metrics.DatabaseMetric.distances;
import static io.rocketbots.onboarding.operations.metrics.DatabaseMetric.valuesOf;

import io.rocketbots.onboarding.admission.application.ApplicationState;
import io.rocketbots.onboarding.customer.space.SpaceState;
import io.rocketbots.onboarding.launch.domain.DomainState;
import io.rocketbots.onboarding.process.TaskKind;
import io.rocketbots.onboarding.tenancy.reseller.ResellerState;
import java.util.List;

/** Every metric that is read from the database. A new one is one more entry here. */
final class DatabaseMetrics {

    /**
     * A message that stands behind a parked one waits for a person, not for the engine. All that is unsent is read once and
     * put in order: after an outage a join of it with itself would take minutes.
     */
    private static final String MESSAGES = """
            (SELECT CASE WHEN parked_at IS NOT NULL THEN 'parked' WHEN parked_seq < seq THEN 'blocked'
                    WHEN next_attempt_at <= :now OR attempts > 0 THEN 'waiting' ELSE 'held' END AS label,
                next_attempt_at, created_at, error
            FROM (SELECT seq, attempts, next_attempt_at, created_at, parked_at, error,
                    MIN(CASE WHEN parked_at IS NOT NULL THEN seq END) OVER (PARTITION BY aggregate_id) AS parked_seq
                FROM outbox WHERE sent_at IS NULL) unsent) message""";

    /** Gathered mails wait on purpose, and so do those of a platform, Space or team that is closed for now. */
    private static final String DUE_MAILS = """
            mail_message WHERE state = 'QUEUED' AND batch_id = id AND (next_attempt_at <= :now OR error IS NOT NULL)
            AND NOT EXISTS (SELECT 1 FROM reseller WHERE reseller.id = mail_message.platform_id
                AND reseller.state IN ('SUSPENDED', 'OFFBOARDING'))""";

    /** What was put on hold is not old before it is due. */
    private static final String SINCE = "MIN(CASE WHEN error IS NULL THEN next_attempt_at ELSE created_at END)";

    static final DatabaseMetric OUTBOX_MESSAGES = counts(
            "onboarding.outbox.messages",
            "Messages to the engine: waiting to go out, parked since the engine refused them, or blocked behind a"
                    + " parked one",
            "state",
            List.of("waiting", "parked", "blocked"),
            "SELECT label, COUNT(*) AS found FROM " + MESSAGES + " WHERE label <> 'held' GROUP BY label");

    static final DatabaseMetric OUTBOX_AGE = age(
            "onboarding.outbox.oldest.age",
            "How long the oldest message to the engine has been due",
            "SELECT '' AS label, " + SINCE + " AS found FROM " + MESSAGES + " WHERE label = 'waiting'");

    static final DatabaseMetric MAILS_WAITING = count(
            "onboarding.mail.waiting",
            "Mails that are due and have not gone out",
            "SELECT '' AS label, COUNT(*) AS found FROM " + DUE_MAILS);

    static final DatabaseMetric MAIL_AGE = age(
            "onboarding.mail.oldest.age",
            "How long the oldest mail has been due",
            "SELECT '' AS label, " + SINCE + " AS found FROM " + DUE_MAILS);

    static final List<DatabaseMetric> ALL = List.of(
            OUTBOX_MESSAGES,
            OUTBOX_AGE,
            count(
                    "onboarding.incidents.open",
                    "Steps that have used up their tries and stand still until somebody presses Retry",
                    "SELECT '' AS label, COUNT(*) AS found FROM step_incident WHERE closed_at IS NULL AND NOT EXISTS"
                            + " (SELECT 1 FROM step_visit"
                            + " WHERE step_visit.element_instance_key = step_incident.element_instance_key)"),
            count(
                    "onboarding.steps.stalled",
                    "Steps that should have been taken more than five minutes ago and that no worker takes",
                    "SELECT '' AS label, COUNT(*) AS found FROM stalled_step"),
            counts(
                    "onboarding.applications",
                    "Applications by state",
                    "state",
                    valuesOf(ApplicationState.values()),
                    "SELECT state AS label, COUNT(*) AS found FROM application GROUP BY state"),
            counts(
                    "onboarding.resellers",
                    "Resellers by state",
                    "state",
                    valuesOf(ResellerState.values()),
                    "SELECT state AS label, COUNT(*) AS found FROM reseller GROUP BY state"),
            counts(
                    "onboarding.spaces",
                    "Spaces by state",
                    "state",
                    valuesOf(SpaceState.values()),
                    "SELECT state AS label, COUNT(*) AS found FROM space GROUP BY state"),
            counts(
                    "onboarding.tasks.open",
                    "Open tasks of the team by kind",
                    "kind",
                    valuesOf(TaskKind.values()),
                    "SELECT kind AS label, COUNT(*) AS found FROM task WHERE state = 'OPEN' GROUP BY kind"),
            counts(
                    "onboarding.tasks.overdue",
                    "Open tasks whose deadline is past, by kind",
                    "kind",
                    valuesOf(TaskKind.values()),
                    "SELECT kind AS label, COUNT(*) AS found FROM task WHERE state = 'OPEN' AND due_at < :now GROUP BY kind"),
            distances(
                    "onboarding.tasks.nearest.deadline",
                    "How long until the nearest deadline of an open task, by kind; negative once it is past",
                    "kind",
                    valuesOf(TaskKind.values()),
                    "SELECT kind AS label, MIN(due_at) AS found FROM task WHERE state = 'OPEN' GROUP BY kind"),
            counts(
                    "onboarding.domains",
                    "Domains of resellers by state",
                    "state",
                    valuesOf(DomainState.values()),
                    "SELECT state AS label, COUNT(*) AS found FROM custom_domain GROUP BY state"),
            counts(
                    "onboarding.domains.waiting",
                    "Domains whose record is looked for, by how long ago they were asked for",
                    "age",
                    List.of("under_1h", "under_1d", "under_7d", "over_7d"),
                    """
                    SELECT label, COUNT(*) AS found FROM (
                        SELECT CASE WHEN requested_at > :hourAgo THEN 'under_1h' WHEN requested_at > :dayAgo THEN 'under_1d'
                            WHEN requested_at > :weekAgo THEN 'under_7d' ELSE 'over_7d' END AS label
                        FROM custom_domain WHERE state = 'WAITING') waiting
                    GROUP BY label
                    """),
            MAILS_WAITING,
            MAIL_AGE,
            count(
                    "onboarding.mail.undeliverable",
                    "Refused mails that the team can mend",
                    "SELECT '' AS label, COUNT(*) AS found FROM mail_message WHERE state = 'UNDELIVERABLE'"
                            + " AND (recipient NOT LIKE 'invitation:%' OR content_refusals > 0)"),
            count(
                    "onboarding.webhook.waiting",
                    "Webhooks that have not been delivered yet",
                    "SELECT '' AS label, COUNT(*) AS found FROM webhook_delivery WHERE state = 'PENDING'"),
            count(
                    "onboarding.webhook.endpoints.off",
                    "Endpoints of resellers that were switched off since they failed for too long",
                    "SELECT '' AS label, COUNT(*) AS found FROM webhook_endpoint WHERE disabled_at IS NOT NULL"),
            count(
                    "onboarding.imports.unfinished",
                    "Imports of contacts that are waiting or being worked off",
                    "SELECT '' AS label, COUNT(*) AS found FROM contact_import WHERE state = 'RUNNING'"),
            age(
                    "onboarding.imports.oldest.age",
                    "How long ago the oldest import that is not done was started",
                    "SELECT '' AS label, MIN(started_at) AS found FROM contact_import WHERE state = 'RUNNING'"));

    private DatabaseMetrics() {}
}
