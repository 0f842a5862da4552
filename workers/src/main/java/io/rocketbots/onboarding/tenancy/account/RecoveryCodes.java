package io.rocketbots.onboarding.tenancy.account;

import com.google.common.base.Splitter;
import com.google.common.io.BaseEncoding;
import io.rocketbots.onboarding.kernel.id.AccountId;
import io.rocketbots.onboarding.kernel.link.SecretToken;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What lets somebody in who has no authenticator app at hand: ten codes of 80 random bits, good once each. That many
 * bits cannot be guessed, so a plain hash keeps them, and a wrong one makes nobody wait.
 */
@Component
public class RecoveryCodes {

    private static final int CODES = 10;
    private static final int BYTES = 10;
    private static final int GROUP = 4;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final SecureRandom random;

    RecoveryCodes(JdbcClient jdbc, Clock clock, SecureRandom random) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.random = random;
    }

    /** How many are left. */
    public int left(AccountId account) {
        return jdbc.sql("SELECT count(*) FROM recovery_code WHERE account_id = :account AND used_at IS NULL")
                .param("account", account.value())
                .query(Integer.class)
                .single();
    }

    /** New ones, as the owner writes them down; those before are void. */
    @Transactional(propagation = Propagation.MANDATORY)
    List<String> make(AccountId account) {
        jdbc.sql("DELETE FROM recovery_code WHERE account_id = :account")
                .param("account", account.value())
                .update();
        List<String> codes = Stream.generate(this::code).limit(CODES).toList();
        codes.forEach(code -> insert(account, code));
        return codes.stream()
                .map(code -> String.join("-", Splitter.fixedLength(GROUP).split(code)))
                .toList();
    }

    /** Uses it up; false when it is none of the account's, or used already. */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean use(AccountId account, String typed) {
        return jdbc.sql("""
                UPDATE recovery_code SET used_at = :now
                WHERE account_id = :account AND hash = :hash AND used_at IS NULL
                """)
                        .param("now", Timestamp.from(clock.instant()))
                        .param("account", account.value())
                        .param("hash", hash(plain(typed)))
                        .update()
                > 0;
    }

    private void insert(AccountId account, String code) {
        jdbc.sql("INSERT INTO recovery_code (id, account_id, hash) VALUES (:id, :account, :hash)")
                .param("id", UUID.randomUUID())
                .param("account", account.value())
                .param("hash", hash(code))
                .update();
    }

    private String code() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return BaseEncoding.base32().encode(bytes).toLowerCase(Locale.ROOT);
    }

    /** However people group the letters. */
    private static String plain(String typed) {
        return typed.codePoints()
                .filter(Character::isLetterOrDigit)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .toLowerCase(Locale.ROOT);
    }

    private static String hash(String code) {
        return new SecretToken(code).hash();
    }
}
