package io.rocketbots.onboarding.housekeeping;

import static org.assertj.core.api.Assertions.assertThat;

import io.rocketbots.onboarding.web.WholeApp;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@WholeApp
class HousekeepingTest {

    private final String mark = UUID.randomUUID().toString();

    @Autowired
    Housekeeping housekeeping;

    @Autowired
    JdbcClient jdbc;

    @Test
    void removesMessagesThatWereSentLongAgoAndKeepsThoseThatWereNot() {
        message("sent-long-ago", Duration.ofDays(31));
        message("sent-lately", Duration.ofDays(29));
        message("never-sent", null);

        housekeeping.tidy();

        assertThat(names("SELECT message_type FROM outbox WHERE correlation_key = :mark ORDER BY seq"))
                .containsExactly("sent-lately", "never-sent");
    }

    @Test
    void keepsTheAccessLogForAYear() {
        access("before-a-year", Duration.ofDays(366));
        access("within-a-year", Duration.ofDays(364));

        housekeeping.tidy();

        assertThat(names("SELECT what FROM access_entry WHERE what LIKE '%-a-year' AND :mark <> ''"))
                .containsExactly("within-a-year");
    }

    @Test
    void keepsTheNewestThousandCaughtMails() {
        for (int i = 0; i < 1002; i++) {
            caughtMail(i);
        }

        housekeeping.tidy();

        assertThat(names("SELECT subject FROM caught_mail WHERE to_address = :mark ORDER BY seq"))
                .hasSize(1000)
                .startsWith("2")
                .endsWith("1001");
    }

    private List<String> names(String sql) {
        return jdbc.sql(sql).param("mark", mark).query(String.class).list();
    }

    private void message(String name, @Nullable Duration sentAgo) {
        jdbc.sql("""
                INSERT INTO outbox (id, aggregate_id, message_type, correlation_key, payload, created_at,
                    next_attempt_at, sent_at)
                VALUES (:id, :id, :name, :mark, '{}', :then, :then, :sentAt)
                """)
                .param("id", UUID.randomUUID())
                .param("name", name)
                .param("mark", mark)
                .param("then", ago(Duration.ofDays(40)))
                .param("sentAt", sentAgo == null ? null : ago(sentAgo))
                .update();
    }

    private void access(String what, Duration age) {
        jdbc.sql("INSERT INTO access_entry (id, at, platform_id, what) VALUES (:id, :at, :id, :what)")
                .param("id", UUID.randomUUID())
                .param("at", ago(age))
                .param("what", what)
                .update();
    }

    private void caughtMail(int number) {
        jdbc.sql("""
                INSERT INTO caught_mail (id, message_id, to_address, from_header, subject, text_part, html_part, sent_at)
                VALUES (:id, :messageId, :mark, '', :subject, '', '', :at)
                """)
                .param("id", UUID.randomUUID())
                .param("messageId", mark + number)
                .param("mark", mark)
                .param("subject", Integer.toString(number))
                .param("at", ago(Duration.ZERO))
                .update();
    }

    private static Timestamp ago(Duration age) {
        return Timestamp.from(Instant.now().minus(age));
    }
}
