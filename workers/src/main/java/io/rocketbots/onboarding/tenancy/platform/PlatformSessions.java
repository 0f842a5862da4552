package io.rocketbots.onboarding.tenancy.platform;

import io.rocketbots.onboarding.kernel.id.PlatformId;
import io.rocketbots.onboarding.kernel.id.ResellerId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ends all sessions on a platform in one step, its customers' and its reseller's. A session remembers the generation it
 * began in and counts for nothing in a later one.
 */
@Component
public class PlatformSessions {

    private final JdbcClient jdbc;

    PlatformSessions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The present generation; that of Rocketbots never changes. */
    public int generation(PlatformId platform) {
        return platform.reseller()
                .flatMap(reseller -> jdbc.sql("SELECT session_generation FROM reseller WHERE id = :id")
                        .param("id", reseller.value())
                        .query(Integer.class)
                        .optional())
                .orElse(0);
    }

    /** Everybody who is signed in on the reseller's platform is out after commit. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void endAll(ResellerId platform) {
        jdbc.sql("UPDATE reseller SET session_generation = session_generation + 1 WHERE id = :id")
                .param("id", platform.value())
                .update();
    }
}
