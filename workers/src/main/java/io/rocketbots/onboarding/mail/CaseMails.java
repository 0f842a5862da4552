package io.rocketbots.onboarding.mail;

import io.rocketbots.onboarding.application.ApplicationId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The mails as the team and operations see them: when which went where. It only reads, and knows no words of theirs. */
@Component
public class CaseMails {

    private final JdbcClient jdbc;

    CaseMails(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One mail.
     *
     * @param address where it went; null until the first try
     */
    public record Entry(
            UUID id,
            MailTemplate template,
            boolean toTeam,
            @Nullable String address,
            String state,
            Instant createdAt,
            @Nullable Instant sentAt) {

        /** The template's name as people write it. */
        public String title() {
            String words = template.id().replace('-', ' ');
            return Character.toUpperCase(words.charAt(0)) + words.substring(1);
        }
    }

    /** How the queue is doing: the mails that wait, since when, and why. */
    public record Health(int waiting, Optional<Instant> oldest, Optional<String> lastError) {}

    /** All mails about a case, the newest first. */
    public List<Entry> of(ApplicationId application) {
        return jdbc.sql("SELECT * FROM mail_message WHERE application_id = :id ORDER BY seq DESC")
                .param("id", application.value())
                .query((row, number) -> {
                    MailTemplate template = MailTemplate.of(row.getString("template"));
                    Timestamp sentAt = row.getTimestamp("sent_at");
                    return new Entry(
                            row.getObject("id", UUID.class),
                            template,
                            template.audience() == MailTemplate.Audience.TEAM,
                            row.getString("sent_to"),
                            row.getString("state"),
                            row.getTimestamp("created_at").toInstant(),
                            sentAt == null ? null : sentAt.toInstant());
                })
                .list();
    }

    public Health health() {
        return jdbc.sql("""
                SELECT COUNT(*) AS waiting, MIN(created_at) AS oldest, MAX(error) AS error
                FROM mail_message WHERE state = 'QUEUED'
                """)
                .query((row, number) -> new Health(
                        row.getInt("waiting"),
                        Optional.ofNullable(row.getTimestamp("oldest")).map(Timestamp::toInstant),
                        Optional.ofNullable(row.getString("error"))))
                .single();
    }
}
