package io.rocketbots.onboarding.tenancy.account;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.rocketbots.onboarding.kernel.id.AccountId;
import io.rocketbots.onboarding.kernel.id.PlatformId;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps who signed in, tried to, or changed what lets them in (OWASP ASVS 5.0, 16.3.1); never a password or token. */
@Component
public class AccessLog {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Map<What, Counter> counters = new EnumMap<>(What.class);

    AccessLog(JdbcClient jdbc, Clock clock, MeterRegistry meters) {
        this.jdbc = jdbc;
        this.clock = clock;
        for (What what : What.values()) {
            Counter counter = Counter.builder("onboarding.access.events")
                    .description("Sign-ins, failed ones, and changes of what lets people in")
                    .tag("what", what.name().toLowerCase(Locale.ROOT))
                    .register(meters);
            counters.put(what, counter);
        }
    }

    /** What happened. */
    enum What {
        SIGNED_IN,
        SIGN_IN_FAILED,
        ACTIVATED,
        PASSWORD_RESET,
        PASSWORD_CHANGED,
        SECOND_FACTOR_SET_UP,
        /** A code was wrong, or was taken before. */
        SECOND_FACTOR_FAILED,
        SECOND_FACTOR_TURNED_OFF,
        /** Turned off by somebody of the team. */
        SECOND_FACTOR_RESET,
        RECOVERY_CODE_USED,
        RECOVERY_CODES_MADE,
        /** By their owner, from the list of them. */
        SESSIONS_ENDED,
        /** Came to the team, or may do something else in it now. */
        TEAM_APPOINTED,
        TEAM_LEFT
    }

    /**
     * Part of the transaction of what it tells of.
     *
     * @param account null when nobody has the email that was typed
     */
    @Transactional(propagation = Propagation.MANDATORY)
    void add(What what, PlatformId platform, @Nullable AccountId account) {
        jdbc.sql("""
                INSERT INTO access_entry (id, at, platform_id, account_id, what)
                VALUES (:id, :at, :platform, :account, :what)
                """)
                .param("id", UUID.randomUUID())
                .param("at", Timestamp.from(clock.instant()))
                .param("platform", platform.value())
                .param("account", account == null ? null : account.value())
                .param("what", what.name())
                .update();
        Objects.requireNonNull(counters.get(what)).increment();
    }
}
