package io.rocketbots.onboarding.launch.domain;

import io.rocketbots.onboarding.kernel.id.DomainId;
import io.rocketbots.onboarding.kernel.id.ResellerId;
import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps the domains of a reseller that is about to leave as they are: proved, served and certified, though nobody looks
 * after their records any more. Doing it twice is doing it once.
 */
@Component
public class ParkedDomains {

    private final JdbcClient jdbc;
    private final Clock clock;

    ParkedDomains(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void park(ResellerId reseller) {
        jdbc.sql("""
                UPDATE custom_domain SET parked_at = :now
                WHERE reseller_id = :reseller AND state <> 'RELEASED' AND parked_at IS NULL
                """)
                .param("now", Timestamp.from(clock.instant()))
                .param("reseller", reseller.value())
                .update();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void unpark(ResellerId reseller) {
        jdbc.sql("UPDATE custom_domain SET parked_at = NULL WHERE reseller_id = :reseller")
                .param("reseller", reseller.value())
                .update();
    }

    public boolean isParked(DomainId domain) {
        return jdbc.sql("SELECT COUNT(*) FROM custom_domain WHERE id = :id AND parked_at IS NOT NULL")
                        .param("id", domain.value())
                        .query(Integer.class)
                        .single()
                > 0;
    }
}
