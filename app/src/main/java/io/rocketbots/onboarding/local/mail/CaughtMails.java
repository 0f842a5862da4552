package io.rocketbots.onboarding.local.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The mailbox of local mode: the newest thousand mails to everybody, kept over a restart. */
@Component
@Profile("local")
public class CaughtMails {

    private static final int KEPT = 1000;

    private final JdbcClient jdbc;

    public CaughtMails(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps a mail; one that came already, by Message-ID and recipient, is dropped as mail servers do. */
    @Transactional
    public void keep(String messageId, CaughtMail mail) {
        jdbc.sql("""
                INSERT INTO caught_mail (id, message_id, to_address, from_header, reply_to, subject, text_part, html_part,
                    sent_at)
                SELECT CAST(:id AS uuid), CAST(:messageId AS varchar), CAST(:to AS varchar), CAST(:from AS varchar),
                    CAST(:replyTo AS varchar), CAST(:subject AS text), CAST(:text AS text), CAST(:html AS text),
                    CAST(:sentAt AS timestamp with time zone)
                WHERE NOT EXISTS (SELECT 1 FROM caught_mail WHERE message_id = :messageId AND to_address = :to)
                """)
                .param("id", mail.id())
                .param("messageId", messageId)
                .param("to", mail.to())
                .param("from", mail.from())
                .param("replyTo", mail.replyTo())
                .param("subject", mail.subject())
                .param("text", mail.text())
                .param("html", mail.html())
                .param("sentAt", Timestamp.from(mail.sentAt()))
                .update();
    }

    /** Newest first; all, or those to an address that contains these letters. */
    public List<CaughtMail> to(@Nullable String address) {
        String wanted = address == null ? "" : address.strip().toLowerCase(Locale.ROOT);
        return jdbc
                .sql("SELECT * FROM caught_mail ORDER BY seq DESC LIMIT 500")
                .query(CaughtMails::mail)
                .list()
                .stream()
                .filter(mail -> mail.to().toLowerCase(Locale.ROOT).contains(wanted))
                .toList();
    }

    public Optional<CaughtMail> find(UUID id) {
        return jdbc.sql("SELECT * FROM caught_mail WHERE id = :id")
                .param("id", id)
                .query(CaughtMails::mail)
                .optional();
    }

    /** Where nobody empties the mailbox, it would grow for as long as the data directory is kept. */
    @Scheduled(initialDelay = 10, fixedDelay = 24 * 60, timeUnit = TimeUnit.MINUTES)
    void deleteOldest() {
        jdbc.sql("DELETE FROM caught_mail WHERE seq <= (SELECT max(seq) - :kept FROM caught_mail)")
                .param("kept", KEPT)
                .update();
    }

    private static CaughtMail mail(ResultSet row, int number) throws SQLException {
        return new CaughtMail(
                row.getObject("id", UUID.class),
                row.getString("to_address"),
                row.getString("from_header"),
                row.getString("reply_to"),
                row.getString("subject"),
                row.getString("text_part"),
                row.getString("html_part"),
                row.getTimestamp("sent_at").toInstant());
    }
}
