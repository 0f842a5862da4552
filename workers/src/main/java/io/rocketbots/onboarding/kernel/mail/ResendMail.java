package io.rocketbots.onboarding.kernel.mail;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tries an undeliverable mail again, with fresh words and tokens. */
@Component
public class ResendMail {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    ResendMail(JdbcClient jdbc, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.events = events;
    }

    /** False when the mail is not undeliverable any more, because somebody else was faster. */
    @Transactional
    public boolean resend(UUID mail) {
        int again = jdbc.sql("""
                UPDATE mail_message SET state = 'QUEUED', next_attempt_at = :now, error = NULL, content_refusals = 0
                WHERE state = 'UNDELIVERABLE' AND batch_id = (SELECT batch_id FROM mail_message WHERE id = :id)
                """)
                .param("now", Timestamp.from(clock.instant()))
                .param("id", mail)
                .update();
        if (again > 0) {
            events.publishEvent(new Mails.MailQueued());
        }
        return again > 0;
    }
}
