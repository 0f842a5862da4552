package io.rocketbots.onboarding.lifecycle.offboarding;

import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Shuts out the programs of a reseller that has left: its API keys open nothing, and its webhook endpoints are gone with
 * all that was sent to them or waits to be. A revoked key stays without its answers, so that the timeline's words about
 * it can be understood; nobody can get its secret from that.
 */
@Component
class EndPrograms implements EndsWithReseller {

    private final JdbcClient jdbc;
    private final Clock clock;

    EndPrograms(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void end(Reseller reseller) {
        jdbc.sql("UPDATE api_key SET revoked_at = :now WHERE reseller_id = :reseller AND revoked_at IS NULL")
                .param("now", Timestamp.from(clock.instant()))
                .param("reseller", reseller.id().value())
                .update();
        delete("idempotent_call WHERE api_key_id IN (SELECT id FROM api_key WHERE reseller_id = :reseller)", reseller);
        delete(
                "webhook_delivery WHERE endpoint_id IN (SELECT id FROM webhook_endpoint WHERE reseller_id = :reseller)",
                reseller);
        delete("webhook_endpoint WHERE reseller_id = :reseller", reseller);
    }

    private void delete(String what, Reseller reseller) {
        jdbc.sql("DELETE FROM " + what).param("reseller", reseller.id().value()).update();
    }
}
