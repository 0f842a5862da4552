package io.rocketbots.onboarding.tenancy.account;

import io.rocketbots.onboarding.kernel.id.AccountId;
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

/** Which accounts have an authenticator app, and how often its codes were tried. */
@Component
public class SecondFactors {

    /** So many tries are free: codes run out while people type them. */
    private static final int FREE_TRIES = 5;

    private static final Duration FIRST_WAIT = Duration.ofSeconds(30);

    /** With three codes good at a time, somebody who guesses needs six years for an even chance. */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

    private final JdbcClient jdbc;
    private final Clock clock;

    SecondFactors(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * An account's app.
     *
     * @param sealedSecret what {@link SecondFactorSeal} made of it
     * @param lastStep the time step of the last code that was taken
     * @param tries since the last code that was right
     */
    @SuppressWarnings("ArrayRecordComponent") // Nobody compares two of them.
    record SecondFactor(
            byte[] sealedSecret,
            long lastStep,
            int tries,
            @Nullable Instant nextTryAt) {}

    /** When it was set up; empty for an account without one. */
    public Optional<Instant> setUpAt(AccountId account) {
        return jdbc.sql("SELECT set_up_at FROM second_factor WHERE account_id = :account")
                .param("account", account.value())
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }

    public boolean isSetUp(AccountId account) {
        return setUpAt(account).isPresent();
    }

    /** Locks it until the end of the transaction, so that two tries at once count as two. */
    @Transactional(propagation = Propagation.MANDATORY)
    Optional<SecondFactor> lock(AccountId account) {
        return jdbc.sql("""
                SELECT sealed_secret, last_step, tries, next_try_at FROM second_factor
                WHERE account_id = :account FOR UPDATE
                """)
                .param("account", account.value())
                .query(SecondFactors::read)
                .optional();
    }

    /** The account has this app from now on, and no other; the caller holds the account's lock. */
    @Transactional(propagation = Propagation.MANDATORY)
    void put(AccountId account, byte[] sealedSecret, long step) {
        delete(account);
        jdbc.sql("""
                INSERT INTO second_factor (account_id, sealed_secret, set_up_at, last_step, tries)
                VALUES (:account, :secret, :now, :step, 0)
                """)
                .param("account", account.value())
                .param("secret", sealedSecret)
                .param("now", Timestamp.from(clock.instant()))
                .param("step", step)
                .update();
    }

    /** Takes the app and its recovery codes away; false when there was none. */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean delete(AccountId account) {
        return jdbc.sql("DELETE FROM second_factor WHERE account_id = :account")
                        .param("account", account.value())
                        .update()
                > 0;
    }

    /** How long until the next try; zero when it may be now. */
    Duration waitFor(SecondFactor factor) {
        Instant next = factor.nextTryAt();
        Duration wait = next == null ? Duration.ZERO : Duration.between(clock.instant(), next);
        return wait.isNegative() ? Duration.ZERO : wait;
    }

    /** Counts a try, before anybody looks whether it is right. */
    @Transactional(propagation = Propagation.MANDATORY)
    void countTry(AccountId account, SecondFactor factor) {
        int tries = factor.tries() + 1;
        jdbc.sql("UPDATE second_factor SET tries = :tries, next_try_at = :next WHERE account_id = :account")
                .param("tries", tries)
                .param("next", Timestamp.from(clock.instant().plus(waitAfter(tries))))
                .param("account", account.value())
                .update();
    }

    /** The code of that time step was right. */
    @Transactional(propagation = Propagation.MANDATORY)
    void take(AccountId account, long step) {
        jdbc.sql("""
                UPDATE second_factor SET last_step = :step, tries = 0, next_try_at = NULL WHERE account_id = :account
                """).param("step", step).param("account", account.value()).update();
    }

    static Duration waitAfter(int tries) {
        if (tries < FREE_TRIES) {
            return Duration.ZERO;
        }
        int doublings = Math.min(tries - FREE_TRIES, 10);
        Duration wait = FIRST_WAIT.multipliedBy(1L << doublings);
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }

    /** Holds back everybody else who changes the second factor of the account until the end of the transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    void lockOwner(AccountId account) {
        jdbc.sql("SELECT id FROM account WHERE id = :account FOR UPDATE")
                .param("account", account.value())
                .query(UUID.class)
                .single();
    }

    private static SecondFactor read(ResultSet row, int number) throws SQLException {
        Timestamp next = row.getTimestamp("next_try_at");
        return new SecondFactor(
                row.getBytes("sealed_secret"),
                row.getLong("last_step"),
                row.getInt("tries"),
                next == null ? null : next.toInstant());
    }
}
