package io.rocketbots.onboarding.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.rocketbots.onboarding.kernel.persistence.OnEachDatabase;
import io.rocketbots.onboarding.kernel.persistence.SettableClock;
import io.rocketbots.onboarding.kernel.persistence.TestDatabase;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@OnEachDatabase
class JobCausesJdbcTest {

    private static final UUID ACME = UUID.randomUUID();
    private static final UUID BOLT = UUID.randomUUID();

    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-02T08:00:00Z"));
    private final AnnotationConfigApplicationContext context;

    JobCausesJdbcTest(TestDatabase database) {
        context = database.with(clock, JobCauses.class);
    }

    @BeforeEach
    void open() {
        context.refresh();
    }

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    void isTheLatestMessageAboutTheCase() {
        message(ACME, "first", now(), null);
        message(ACME, "second", now(), null);
        message(BOLT, "other", now(), null);

        assertThat(causes().traceparent(List.of(ACME))).contains("second");
        assertThat(causes().traceparent(List.of(ACME, UUID.randomUUID()))).contains("second");
    }

    @Test
    void isFoundThoughTheRelayHasNotNotedThatTheEngineHasTheMessage() {
        message(ACME, "first", now(), null);
        message(ACME, "going", null, now().plusSeconds(20));

        assertThat(causes().traceparent(List.of(ACME))).contains("going");
    }

    @Test
    void isNoMessageThatHasNotGoneOutYet() {
        message(ACME, "first", now(), null);
        message(ACME, "held", null, null);

        assertThat(causes().traceparent(List.of(ACME))).contains("first");
    }

    @Test
    void isNothingForAJobThatATimerSetOff() {
        message(ACME, "long ago", now(), null);

        clock.advance(Duration.ofMinutes(6));

        assertThat(causes().traceparent(List.of(ACME))).isEmpty();
        assertThat(causes().traceparent(List.of())).isEmpty();
    }

    private JobCauses causes() {
        return context.getBean(JobCauses.class);
    }

    private Instant now() {
        return clock.instant();
    }

    private void message(UUID about, String trace, @Nullable Instant sent, @Nullable Instant leased) {
        context.getBean(JdbcClient.class)
                .sql("""
                INSERT INTO outbox (id, aggregate_id, message_type, correlation_key, payload, created_at, next_attempt_at,
                    sent_at, lease_until, traceparent)
                VALUES (:id, :about, 'review-decided', 'key', '{}', :now, :now, :sent, :leased, :trace)
                """)
                .param("id", UUID.randomUUID())
                .param("about", about)
                .param("now", Timestamp.from(now()))
                .param("sent", sent == null ? null : Timestamp.from(sent))
                .param("leased", leased == null ? null : Timestamp.from(leased))
                .param("trace", trace)
                .update();
    }
}
