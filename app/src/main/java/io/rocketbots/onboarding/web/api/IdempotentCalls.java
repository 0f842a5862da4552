package io.rocketbots.onboarding.web.api;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Remembers calls by their Idempotency-Key for a day. A call is claimed before the transaction that does it, and its answer
 * stored in the transaction of what it changed, so that both are there or neither, also when a node dies in between:
 * the claim then passes to whoever sends the call again.
 */
@Component
class IdempotentCalls {

    static final Duration KEPT = Duration.ofHours(24);

    /** Longer than any call takes. */
    private static final Duration CLAIM = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final Clock clock;

    IdempotentCalls(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What became of the try to claim a call. */
    sealed interface Claim {

        /** It is the caller's turn to do it. */
        record Ours(UUID apiKey, String key, UUID claim) implements Claim {}

        /** It was done before. */
        record Done(int status, String headers, String body) implements Claim {}

        /** Somebody is doing it just now. */
        record InProgress() implements Claim {}

        /** The key belongs to another call. */
        record Different() implements Claim {}
    }

    private record Row(String hash, @Nullable Integer status, String headers, String body) {}

    /** Claims the call, or says what it is instead. */
    @Transactional
    public Claim claim(UUID apiKey, String key, String hash) {
        Instant now = clock.instant();
        jdbc.sql("""
                DELETE FROM idempotent_call
                WHERE api_key_id = :apiKey AND idempotency_key = :key AND claimed_at < :before
                """)
                .param("apiKey", apiKey)
                .param("key", key)
                .param("before", Timestamp.from(now.minus(KEPT)))
                .update();
        Claim.Ours ours = new Claim.Ours(apiKey, key, UUID.randomUUID());
        Optional<Row> present = find(apiKey, key);
        if (present.isEmpty()) {
            insert(ours, hash, now);
            return ours;
        }
        Row row = present.get();
        if (!row.hash().equals(hash)) {
            return new Claim.Different();
        }
        if (row.status() != null) {
            return new Claim.Done(row.status(), row.headers(), row.body());
        }
        return takeOver(ours, now) ? ours : new Claim.InProgress();
    }

    private Optional<Row> find(UUID apiKey, String key) {
        return jdbc.sql("SELECT * FROM idempotent_call WHERE api_key_id = :apiKey AND idempotency_key = :key")
                .param("apiKey", apiKey)
                .param("key", key)
                .query(IdempotentCalls::row)
                .optional();
    }

    private void insert(Claim.Ours ours, String hash, Instant now) {
        jdbc.sql("""
                INSERT INTO idempotent_call (api_key_id, idempotency_key, request_hash, claim, claimed_at)
                VALUES (:apiKey, :key, :hash, :claim, :now)
                """)
                .param("apiKey", ours.apiKey())
                .param("key", ours.key())
                .param("hash", hash)
                .param("claim", ours.claim())
                .param("now", Timestamp.from(now))
                .update();
    }

    /** From a node that has not been heard of for too long. */
    private boolean takeOver(Claim.Ours ours, Instant now) {
        return jdbc.sql("""
                UPDATE idempotent_call SET claim = :claim, claimed_at = :now
                WHERE api_key_id = :apiKey AND idempotency_key = :key AND status IS NULL AND claimed_at < :before
                """)
                        .param("claim", ours.claim())
                        .param("now", Timestamp.from(now))
                        .param("apiKey", ours.apiKey())
                        .param("key", ours.key())
                        .param("before", Timestamp.from(now.minus(CLAIM)))
                        .update()
                == 1;
    }

    /** Stores the answer; false when the claim has passed to somebody else, so that nothing may be changed here. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean done(Claim.Ours call, int status, String headers, String body) {
        return jdbc.sql("""
                UPDATE idempotent_call SET status = :status, headers = :headers, body = :body
                WHERE api_key_id = :apiKey AND idempotency_key = :key AND claim = :claim AND status IS NULL
                """)
                        .param("status", status)
                        .param("headers", headers)
                        .param("body", body)
                        .param("apiKey", call.apiKey())
                        .param("key", call.key())
                        .param("claim", call.claim())
                        .update()
                == 1;
    }

    /** Nothing was changed, so the call may be sent again, also with another body. */
    @Transactional
    public void forget(Claim.Ours call) {
        jdbc.sql("""
                DELETE FROM idempotent_call
                WHERE api_key_id = :apiKey AND idempotency_key = :key AND claim = :claim AND status IS NULL
                """)
                .param("apiKey", call.apiKey())
                .param("key", call.key())
                .param("claim", call.claim())
                .update();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        int status = row.getInt("status");
        boolean open = row.wasNull();
        return new Row(
                row.getString("request_hash"),
                open ? null : status,
                open ? "" : row.getString("headers"),
                open ? "" : row.getString("body"));
    }
}
