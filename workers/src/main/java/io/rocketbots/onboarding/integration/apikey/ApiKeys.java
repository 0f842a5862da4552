package io.rocketbots.onboarding.integration.apikey;

import com.google.common.base.Splitter;
import io.rocketbots.onboarding.kernel.id.AccountId;
import io.rocketbots.onboarding.kernel.id.ResellerId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * All keys: 256 random bits each, of which only a hash is kept. The prefix lets scanners for leaked secrets find them
 * and, since it is seen on every platform, names nobody.
 */
@Component
public class ApiKeys {

    static final String PREFIX = "key_";

    private static final int BYTES = 32;

    /** Often enough to see whether a key is still in use, without a write for each call. */
    private static final Duration USE_NOTED_EVERY = Duration.ofMinutes(1);

    private static final String SELECT = """
            SELECT k.id, k.reseller_id, k.name AS key_name, k.scopes, k.last_four, k.created_by, a.name, k.created_at, k.last_used_at
            FROM api_key k JOIN account a ON a.id = k.created_by
            WHERE k.revoked_at IS NULL AND\s""";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final SecureRandom random;

    ApiKeys(JdbcClient jdbc, Clock clock, SecureRandom random) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.random = random;
    }

    /** The reseller's keys that are good, the newest first. */
    public List<ApiKey> of(ResellerId reseller) {
        return jdbc.sql(SELECT + "k.reseller_id = :reseller ORDER BY k.created_at DESC, k.id")
                .param("reseller", reseller.value())
                .query(ApiKeys::key)
                .list();
    }

    /** The good key with that secret, whose use is noted; empty for any other text. */
    @Transactional
    public Optional<ApiKey> use(String secret) {
        Optional<ApiKey> found = jdbc.sql(SELECT + "k.hash = :hash")
                .param("hash", hash(secret))
                .query(ApiKeys::key)
                .optional();
        found.ifPresent(this::noteUse);
        return found;
    }

    private void noteUse(ApiKey key) {
        Instant now = clock.instant();
        Instant last = key.lastUsedAt();
        if (last == null || last.isBefore(now.minus(USE_NOTED_EVERY))) {
            jdbc.sql("UPDATE api_key SET last_used_at = :now WHERE id = :id AND revoked_at IS NULL")
                    .param("now", Timestamp.from(now))
                    .param("id", key.id())
                    .update();
        }
    }

    /** Makes a key and tells its secret, which nobody can look up later. */
    @Transactional(propagation = Propagation.MANDATORY)
    String create(ResellerId reseller, String name, Set<ApiScope> scopes, AccountId by) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String secret = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        jdbc.sql("""
                INSERT INTO api_key (id, reseller_id, name, scopes, hash, last_four, created_by, created_at)
                VALUES (:id, :reseller, :name, :scopes, :hash, :lastFour, :by, :now)
                """)
                .param("id", UUID.randomUUID())
                .param("reseller", reseller.value())
                .param("name", name)
                .param("scopes", scopes.stream().sorted().map(ApiScope::id).collect(Collectors.joining(" ")))
                .param("hash", hash(secret))
                .param("lastFour", secret.substring(secret.length() - 4))
                .param("by", by.value())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        return secret;
    }

    /** The key opens nothing from now on; empty when the reseller has no such good key. */
    @Transactional(propagation = Propagation.MANDATORY)
    Optional<ApiKey> revoke(ResellerId reseller, UUID id) {
        Optional<ApiKey> key = of(reseller).stream()
                .filter(candidate -> candidate.id().equals(id))
                .findFirst();
        return key.filter(
                found -> jdbc.sql("UPDATE api_key SET revoked_at = :now WHERE id = :id AND revoked_at IS NULL")
                                .param("now", Timestamp.from(clock.instant()))
                                .param("id", found.id())
                                .update()
                        == 1);
    }

    private static ApiKey key(ResultSet row, int number) throws SQLException {
        Timestamp lastUsed = row.getTimestamp("last_used_at");
        return new ApiKey(
                row.getObject("id", UUID.class),
                new ResellerId(row.getObject("reseller_id", UUID.class)),
                row.getString("key_name"),
                Splitter.on(' ')
                        .splitToStream(row.getString("scopes"))
                        .flatMap(id -> ApiScope.of(id).stream())
                        .collect(Collectors.toSet()),
                row.getString("last_four"),
                new AccountId(row.getObject("created_by", UUID.class)),
                row.getString("name"),
                row.getTimestamp("created_at").toInstant(),
                lastUsed == null ? null : lastUsed.toInstant());
    }

    private static String hash(String secret) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
