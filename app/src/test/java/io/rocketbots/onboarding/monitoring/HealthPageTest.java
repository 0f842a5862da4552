package io.rocketbots.onboarding.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.rocketbots.onboarding.operations.metrics.MetricReadings;
import io.rocketbots.onboarding.web.WholeApp;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What probes are told; the engine of these tests is away. */
@WholeApp
class HealthPageTest {

    private static final int INTERNAL_PORT = 8081;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    HealthEndpoint health;

    @Autowired
    DependencyProbes probes;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MetricReadings readings;

    @Test
    void aNodeIsAliveAndReadyThoughTheEngineIsAway() {
        probes.askEngine();

        assertThat(probe("/actuator/health/liveness"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("status")
                .isEqualTo("UP");
        assertThat(probe("/actuator/health/readiness"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("status")
                .isEqualTo("UP");
        assertThat(probe("/actuator/health"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("components.engine.details.meaning")
                .asString()
                .contains("People can go on working");
        assertThat(health.health().getStatus()).isEqualTo(HealthIndicators.DEGRADED);
    }

    @Test
    void everyPartSaysWhatItMeans() {
        for (String part : new String[] {"database", "engine", "outbox", "mail", "resolver", "disk"}) {
            assertThat(probe("/actuator/health"))
                    .bodyJson()
                    .extractingPath("components." + part + ".details.meaning")
                    .asString()
                    .as(part)
                    .endsWith(".");
        }
    }

    @Test
    void aMessageThatHasWaitedForTooLongShows() {
        UUID late = UUID.randomUUID();
        jdbc.sql("""
                INSERT INTO outbox (id, aggregate_id, message_type, correlation_key, payload, created_at, next_attempt_at)
                VALUES (:id, :id, 'review-decided', 'key', '{}', :then, :then)
                """)
                .param("id", late)
                .param("then", Timestamp.from(Instant.now().minus(Duration.ofMinutes(6))))
                .update();
        readings.read();

        assertThat(probe("/actuator/health"))
                .bodyJson()
                .extractingPath("components.outbox")
                .asMap()
                .containsEntry("status", "DEGRADED")
                .extractingByKey("details")
                .asString()
                .contains("cases stand still");
        jdbc.sql("DELETE FROM outbox WHERE id = :id").param("id", late).update();
        readings.read();
    }

    @Test
    void isNotToldOnThePublicPort() {
        assertThat(mvc.get().uri("/actuator/health")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(mvc.get().uri("/actuator/prometheus")).hasStatus(HttpStatus.NOT_FOUND);
    }

    private MvcTestResult probe(String path) {
        return mvc.get()
                .uri(path)
                .with(request -> {
                    request.setLocalPort(INTERNAL_PORT);
                    return request;
                })
                .exchange();
    }
}
