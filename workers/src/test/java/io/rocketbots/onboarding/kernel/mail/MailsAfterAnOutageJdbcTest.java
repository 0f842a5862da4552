package io.rocketbots.onboarding.kernel.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.rocketbots.onboarding.kernel.persistence.SettableClock;
import io.rocketbots.onboarding.kernel.persistence.TestDatabase;
import io.rocketbots.onboarding.kernel.persistence.TouchedBlocks;
import io.rocketbots.onboarding.kernel.timeline.Timeline;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Ten thousand mails wait on PostgreSQL, whose statistics are from when everything was sent. */
class MailsAfterAnOutageJdbcTest {

    private static final int WAITING = 10_000;

    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-02T08:00:00Z"));
    private final AnnotationConfigApplicationContext context =
            TestDatabase.POSTGRESQL.with(clock, MailQueue.class, Timeline.class);

    @BeforeEach
    void putWaiting() {
        context.registerBean(MailTerms.class, () -> EveryMail.TERMS);
        context.refresh();
        touched().keepStatistics();
        put("SENT");
        jdbc().sql("ANALYZE mail_message").update();
        put("QUEUED");
    }

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    void takesOneWithoutReadingTheRest() {
        MailQueue queue = context.getBean(MailQueue.class);

        long blocks = touched().of(() -> assertThat(queue.claim()).isPresent());

        assertThat(blocks).isLessThan(1_000);
    }

    @Test
    void leasesFromTheClaimOnHoweverLongItTook() {
        jdbc().sql("DELETE FROM mail_message WHERE state = 'QUEUED' AND seq < (SELECT MAX(seq) FROM mail_message)")
                .update();
        MailQueue queue = context.getBean(MailQueue.class);
        clock.passesBetweenTwoLooks(Duration.ofSeconds(EveryMail.TERMS.lease().toSeconds() * 3 / 4));

        assertThat(queue.claim()).isPresent();
        assertThat(queue.claim()).isEmpty();
    }

    private void put(String state) {
        jdbc().sql("""
                INSERT INTO mail_message (id, purpose, template, recipient, ids, state, batch_id, created_at, next_attempt_at)
                SELECT id, id, 'application-withdrawn', 'applicant', '{}', :state, id, due, due
                FROM (SELECT gen_random_uuid() AS id, CAST(:now AS timestamptz) AS due FROM generate_series(1, :count)) mail
                """)
                .param("state", state)
                .param("now", clock.instant().toString())
                .param("count", WAITING)
                .update();
    }

    private TouchedBlocks touched() {
        return new TouchedBlocks(jdbc(), "mail_message");
    }

    private JdbcClient jdbc() {
        return context.getBean(JdbcClient.class);
    }
}
