package io.rocketbots.onboarding.integration.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.rocketbots.onboarding.customer.space.SpaceScene;
import io.rocketbots.onboarding.kernel.persistence.TestDatabase;
import io.rocketbots.onboarding.kernel.persistence.TouchedBlocks;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Ten thousand webhooks wait on PostgreSQL, whose statistics are from when everything was delivered: those of one endpoint,
 * and a single one of another behind them.
 */
class WebhooksAfterAnOutageJdbcTest {

    private static final int WAITING = 10_000;
    private static final Duration TIMEOUT = Duration.ofSeconds(8);

    private final SpaceScene scene =
            new SpaceScene(TestDatabase.POSTGRESQL, Terms.class, WebhookEndpoints.class, WebhookQueue.class);
    private UUID other = UUID.randomUUID();

    @Configuration
    static class Terms {

        @Bean
        WebhookTerms webhookTerms() {
            return new WebhookTerms(
                    Duration.ofHours(1),
                    TIMEOUT,
                    Duration.ofSeconds(5),
                    Duration.ofHours(6),
                    Duration.ofDays(3),
                    Duration.ofHours(24),
                    true);
        }
    }

    @BeforeEach
    void putWaiting() {
        touched().keepStatistics();
        UUID slow = endpoint();
        other = endpoint();
        put(slow, "DELIVERED", WAITING);
        jdbc().sql("ANALYZE webhook_delivery").update();
        put(slow, "PENDING", WAITING);
        scene.clock.advance(Duration.ofSeconds(1));
        put(other, "PENDING", 1);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void takesOneWithoutReadingTheRest() {
        long blocks = touched().of(() -> assertThat(queue().claim()).isPresent());

        assertThat(blocks).isLessThan(1_000);
    }

    @Test
    void passesThoseOfABusyEndpointOnce() {
        queue().claim();

        long blocks = touched()
                .of(() -> assertThat(queue().claim().orElseThrow().endpoint().id())
                        .isEqualTo(other));

        assertThat(blocks).isLessThan(3 * WAITING);
    }

    @Test
    void leasesFromTheClaimOnHoweverLongItTook() {
        scene.clock.passesBetweenTwoLooks(TIMEOUT.multipliedBy(2));

        assertThat(queue().claim().orElseThrow().endpoint().id()).isNotEqualTo(other);
        assertThat(queue().claim().orElseThrow().endpoint().id()).isEqualTo(other);
    }

    private UUID endpoint() {
        UUID id = UUID.randomUUID();
        jdbc().sql("""
                INSERT INTO webhook_endpoint (id, reseller_id, url, events, secret_number, created_at)
                VALUES (:id, :reseller, 'https://acme.example/hook', 'space.active', 1, CURRENT_TIMESTAMP)
                """)
                .param("id", id)
                .param("reseller", scene.liveReseller().id().value())
                .update();
        return id;
    }

    private void put(UUID endpoint, String state, int count) {
        jdbc().sql("""
                INSERT INTO webhook_delivery (id, endpoint_id, message_id, event, body, state, attempts, created_at,
                    next_attempt_at, give_up_at)
                SELECT gen_random_uuid(), CAST(:endpoint AS uuid), gen_random_uuid(), 'space.active', '{}', :state, 0, due,
                    due, due + INTERVAL '1 day'
                FROM (SELECT CAST(:now AS timestamptz) AS due FROM generate_series(1, :count)) delivery
                """)
                .param("endpoint", endpoint.toString())
                .param("state", state)
                .param("now", scene.clock.instant().toString())
                .param("count", count)
                .update();
    }

    private WebhookQueue queue() {
        return scene.the(WebhookQueue.class);
    }

    private TouchedBlocks touched() {
        return new TouchedBlocks(jdbc(), "webhook_delivery");
    }

    private JdbcClient jdbc() {
        return scene.the(JdbcClient.class);
    }
}
