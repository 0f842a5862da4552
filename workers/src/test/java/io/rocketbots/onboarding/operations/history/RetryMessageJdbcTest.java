package io.rocketbots.onboarding.operations.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.rocketbots.onboarding.kernel.outbox.ParkedMessages;
import io.rocketbots.onboarding.kernel.persistence.OnEachDatabase;
import io.rocketbots.onboarding.kernel.persistence.TestDatabase;
import java.sql.Timestamp;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OnEachDatabase
class RetryMessageJdbcTest {

    private final Track track;

    RetryMessageJdbcTest(TestDatabase database) {
        track = new Track(database);
    }

    @AfterEach
    void close() {
        track.close();
    }

    @Test
    void sendsItOnceAndTellsTheTeamWhoDidThat() {
        UUID id = parked(track.application.value());

        assertThat(retry(id, "Olga Ops")).isTrue();
        assertThat(retry(id, "Otto Ops")).isFalse();

        assertThat(track.the(ParkedMessages.class).all()).isEmpty();
        assertThat(track.milestones())
                .containsExactly("Sends the message “review-decided”, which the engine refused, once more.");
    }

    @Test
    void sendsOneThatBelongsToNoCase() {
        UUID id = parked(UUID.randomUUID());

        assertThat(retry(id, "Olga Ops")).isTrue();

        assertThat(track.the(ParkedMessages.class).all()).isEmpty();
    }

    private boolean retry(UUID id, String byName) {
        return track.the(RetryMessage.class).retry(id, byName);
    }

    private UUID parked(UUID about) {
        UUID id = UUID.randomUUID();
        track.jdbc()
                .sql("""
                INSERT INTO outbox (id, aggregate_id, message_type, correlation_key, payload, created_at,
                    next_attempt_at, parked_at, error)
                VALUES (:id, :about, 'review-decided', 'key', '{}', :now, :now, :now, 'refused for a test')
                """)
                .param("id", id)
                .param("about", about)
                .param("now", Timestamp.from(track.clock.instant()))
                .update();
        return id;
    }
}
