package io.rocketbots.onboarding.lifecycle.offboarding;

import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Drops the mails in the name of the platform that waited for it to open again. */
@Component
class EndMails implements EndsWithReseller {

    private final JdbcClient jdbc;

    EndMails(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void end(Reseller reseller) {
        jdbc.sql("""
                UPDATE mail_message SET state = 'DROPPED', error = 'The reseller has left.', lease_until = NULL
                WHERE platform_id = :platform AND state = 'QUEUED'
                """).param("platform", reseller.id().value()).update();
    }
}
