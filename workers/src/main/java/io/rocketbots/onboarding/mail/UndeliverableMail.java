package io.rocketbots.onboarding.mail;

import io.rocketbots.onboarding.application.ApplicationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mail that the receiving server refused for good.
 *
 * @param address where it was to go
 * @param reason what the server said
 */
public record UndeliverableMail(
        UUID id,
        MailTemplate template,
        @Nullable ApplicationId application,
        Recipient recipient,
        @Nullable String address,
        @Nullable String reason) {

    static UndeliverableMail of(ResultSet row, int number) throws SQLException {
        UUID application = row.getObject("application_id", UUID.class);
        return new UndeliverableMail(
                row.getObject("id", UUID.class),
                MailTemplate.of(row.getString("template")),
                application == null ? null : new ApplicationId(application),
                Recipient.of(row.getString("recipient")),
                row.getString("sent_to"),
                row.getString("error"));
    }
}
