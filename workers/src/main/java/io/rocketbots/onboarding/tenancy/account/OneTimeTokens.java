package io.rocketbots.onboarding.tenancy.account;

import io.rocketbots.onboarding.kernel.id.AccountId;
import io.rocketbots.onboarding.kernel.id.PlatformId;
import io.rocketbots.onboarding.kernel.link.SecretToken;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The tokens in mailed links: 256 random bits, of which only a hash is kept, good on one platform. Several may be good
 * at a time, since a mail can be sent again; using one voids all of the account.
 */
@Component
public class OneTimeTokens {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final SecureRandom random;

    OneTimeTokens(JdbcClient jdbc, Clock clock, SecureRandom random) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.random = random;
    }

    /** A token that was minted once, whether or not it is still good. */
    record Known(AccountId account, boolean good) {}

    /** Makes a token; called when the mail that carries it is rendered, and never stored by the caller. */
    @Transactional(propagation = Propagation.MANDATORY)
    public String mint(AccountId account, PlatformId platform, TokenKind kind) {
        SecretToken token = SecretToken.make(random);
        Instant now = clock.instant();
        jdbc.sql("""
                INSERT INTO account_token (id, account_id, platform_id, kind, hash, created_at, expires_at)
                VALUES (:id, :account, :platform, :kind, :hash, :now, :expires)
                """)
                .param("id", UUID.randomUUID())
                .param("account", account.value())
                .param("platform", platform.value())
                .param("kind", kind.name())
                .param("hash", token.hash())
                .param("now", Timestamp.from(now))
                .param("expires", Timestamp.from(now.plus(kind.lifetime())))
                .update();
        return token.value();
    }

    /** Whose token that is, on that platform; empty for one that was never minted there. */
    Optional<Known> find(String token, PlatformId platform, TokenKind kind) {
        return jdbc.sql("""
                SELECT account_id, expires_at, voided_at FROM account_token
                WHERE hash = :hash AND platform_id = :platform AND kind = :kind
                """)
                .param("hash", new SecretToken(token).hash())
                .param("platform", platform.value())
                .param("kind", kind.name())
                .query(this::known)
                .optional();
    }

    /** Uses a good token and voids all others of the account; empty when it was not good any more. */
    @Transactional(propagation = Propagation.MANDATORY)
    Optional<AccountId> use(String token, PlatformId platform, TokenKind kind) {
        Optional<AccountId> account =
                find(token, platform, kind).filter(Known::good).map(Known::account);
        // The count decides between two who use the same token at once.
        return account.filter(owner -> voidAll(owner) > 0);
    }

    /** No token of the account is good any more. */
    @Transactional(propagation = Propagation.MANDATORY)
    int voidAll(AccountId account) {
        return jdbc.sql("UPDATE account_token SET voided_at = :now WHERE account_id = :account AND voided_at IS NULL")
                .param("now", Timestamp.from(clock.instant()))
                .param("account", account.value())
                .update();
    }

    private Known known(ResultSet row, int number) throws SQLException {
        boolean good = row.getTimestamp("voided_at") == null
                && clock.instant().isBefore(row.getTimestamp("expires_at").toInstant());
        return new Known(new AccountId(row.getObject("account_id", UUID.class)), good);
    }
}
