package io.rocketbots.onboarding.kernel.mail;

import io.rocketbots.onboarding.kernel.id.ApplicationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mail as the team sees it in lists.
 *
 * @param address where it went or was to go at the last try
 * @param error what was said when the last try failed
 * @param contentRefused it is undeliverable though nothing was said against its recipient
 */
public record MailEntry(
        UUID id,
        MailTemplate template,
        @Nullable ApplicationId application,
        Recipient recipient,
        MailState state,
        Instant createdAt,
        @Nullable Instant sentAt,
        @Nullable String address,
        int attempts,
        @Nullable String error,
        boolean contentRefused) {

    static MailEntry of(ResultSet row, int number) throws SQLException {
        UUID application = row.getObject("application_id", UUID.class);
        MailState state = MailState.valueOf(row.getString("state"));
        Timestamp sentAt = row.getTimestamp("sent_at");
        return new MailEntry(
                row.getObject("id", UUID.class),
                MailTemplate.of(row.getString("template")),
                application == null ? null : new ApplicationId(application),
                Recipient.of(row.getString("recipient")),
                state,
                row.getTimestamp("created_at").toInstant(),
                sentAt == null ? null : sentAt.toInstant(),
                row.getString("sent_to"),
                row.getInt("attempts"),
                row.getString("error"),
                state == MailState.UNDELIVERABLE && row.getInt("content_refusals") > 0);
    }
}
