package io.rocketbots.onboarding.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.logging.logback.StructuredLogEncoder;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The log as it is written in production, by the settings that are delivered. */
class LogFormatTest {

    @Test
    void aLineIsJsonWithTheIdsOfTheCaseAndTheTrace() throws IOException {
        JsonNode line = written("Job {} is done.", "check-cname", null);

        assertThat(line.path("message").asString()).isEqualTo("Job check-cname is done.");
        assertThat(line.path("applicationId").asString()).isEqualTo("4711");
        assertThat(line.path("trace.id").asString()).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
        assertThat(line.at("/service/name").asString()).isEqualTo("reseller-onboarding");
    }

    @Test
    void whatOthersPutIntoTheirMessagesAndExceptionsNamesNobody() throws IOException {
        Exception fault = new IllegalStateException(
                "Job failed", new RuntimeException("Key (open_email)=(ada@acme.example) already exists."));

        JsonNode line = written("Not sent to {}.", "ada@acme.example", fault);

        assertThat(line.path("message").asString()).isEqualTo("Not sent to (address).");
        assertThat(line.toString()).contains("already exists").doesNotContain("ada@acme.example");
    }

    private static JsonNode written(String message, String argument, @Nullable Throwable fault) throws IOException {
        StandardEnvironment environment = new StandardEnvironment();
        new YamlPropertySourceLoader()
                .load("delivered", new ClassPathResource("application.yaml"))
                .forEach(environment.getPropertySources()::addLast);
        LoggerContext context = new LoggerContext();
        context.putObject(Environment.class.getName(), environment);
        StructuredLogEncoder encoder = new StructuredLogEncoder();
        encoder.setContext(context);
        encoder.setFormat(environment.getRequiredProperty("logging.structured.format.console"));
        encoder.start();
        LoggingEvent event = new LoggingEvent(
                LogFormatTest.class.getName(),
                context.getLogger("io.rocketbots"),
                Level.INFO,
                message,
                fault,
                new Object[] {argument});
        event.setMDCPropertyMap(Map.of(
                "applicationId", "4711", "traceId", "4bf92f3577b34da6a3ce929d0e0e4736", "spanId", "00f067aa0ba902b7"));
        return new JsonMapper().readTree(new String(encoder.encode(event), StandardCharsets.UTF_8));
    }
}
