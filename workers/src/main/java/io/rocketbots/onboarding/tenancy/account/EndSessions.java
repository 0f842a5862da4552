package io.rocketbots.onboarding.tenancy.account;

import io.rocketbots.onboarding.kernel.id.AccountId;
import io.rocketbots.onboarding.kernel.id.PlatformId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The owner of an account ends sessions of it, on whatever host they are. In one statement, so that it does not matter who
 * else ends or uses them meanwhile; Spring Session brings none back that is gone.
 */
@Component
public class EndSessions {

    private final JdbcClient jdbc;
    private final AccessLog log;

    EndSessions(JdbcClient jdbc, AccessLog log) {
        this.jdbc = jdbc;
        this.log = log;
    }

    /** False when there is no such session of the account any more. */
    @Transactional
    public boolean end(AccountId account, PlatformId askedOn, String sessionId) {
        int ended = jdbc.sql("DELETE FROM spring_session WHERE principal_name = :account AND session_id = :session")
                .param("account", account.value().toString())
                .param("session", sessionId)
                .update();
        return log(ended, account, askedOn) > 0;
    }

    /** All but that one; how many there were. */
    @Transactional
    public int endOthers(AccountId account, PlatformId askedOn, String present) {
        int ended = jdbc.sql("DELETE FROM spring_session WHERE principal_name = :account AND session_id <> :present")
                .param("account", account.value().toString())
                .param("present", present)
                .update();
        return log(ended, account, askedOn);
    }

    private int log(int ended, AccountId account, PlatformId askedOn) {
        if (ended > 0) {
            log.add(AccessLog.What.SESSIONS_ENDED, askedOn, account);
        }
        return ended;
    }
}
