package io.rocketbots.onboarding.monitoring;

import io.rocketbots.onboarding.engine.EngineHealth;
import io.rocketbots.onboarding.operations.metrics.MetricReadings;
import io.rocketbots.onboarding.operations.metrics.MetricReadings.Queue;
import java.io.File;
import java.time.Duration;
import java.util.Optional;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

/**
 * What {@code /actuator/health} says, part by part, each with a sentence. No part is asked when a probe comes: all say what
 * was found last. Only the database makes a node unready, since no page works without it; the rest is
 * {@link #DEGRADED}, for people can go on working and what waits catches up by itself.
 */
@Configuration
class HealthIndicators {

    static final Status DEGRADED = new Status("DEGRADED");

    private static final Duration OLD_MESSAGE = Duration.ofMinutes(5);
    private static final Duration OLD_MAIL = Duration.ofMinutes(15);
    private static final DataSize LITTLE_ROOM = DataSize.ofGigabytes(1);

    @Bean
    HealthIndicator databaseHealthIndicator(MetricReadings readings) {
        return () -> readings.isDatabaseUp()
                ? says(Status.UP, "The database answers.")
                : says(
                        Status.DOWN,
                        "The database does not answer: no page works until it does. Nothing committed is lost.");
    }

    @Bean
    HealthIndicator engineHealthIndicator(DependencyProbes probes) {
        return () -> probes.hasAskedEngine()
                ? engine(probes.engine())
                : says(Status.UNKNOWN, "The engine has not been asked yet.");
    }

    private static Health engine(Optional<EngineHealth.Health> said) {
        return said.map(engine -> Health.up()
                        .withDetail("meaning", "The engine answers; processes go on.")
                        .withDetail("version", engine.version())
                        .withDetail("brokers", engine.brokers())
                        .withDetail("partitions", engine.partitions())
                        .build())
                .orElseGet(
                        () -> says(
                                DEGRADED,
                                "The engine does not answer. People can go on working; messages and steps wait until it is back."));
    }

    @Bean
    HealthIndicator outboxHealthIndicator(MetricReadings readings) {
        return () -> queue(
                readings.outbox(),
                OLD_MESSAGE,
                "Messages reach the engine as they are written.",
                "Messages wait for the engine for too long: cases stand still where people have decided already.");
    }

    @Bean
    HealthIndicator mailHealthIndicator(MetricReadings readings) {
        return () -> queue(
                readings.mails(),
                OLD_MAIL,
                "Mails go out as they are queued.",
                "Mails wait for the mail server for too long: people wait for links. They go out once it takes them.");
    }

    private static Health queue(Optional<Queue> queue, Duration old, String well, String late) {
        return queue.map(found -> {
                    boolean isLate = found.oldest().compareTo(old) > 0;
                    return new Health.Builder(isLate ? DEGRADED : Status.UP)
                            .withDetail("meaning", isLate ? late : well)
                            .withDetail("waiting", found.waiting())
                            .withDetail("oldest", found.oldest().toString())
                            .build();
                })
                .orElseGet(() -> says(Status.UNKNOWN, "Nobody knows while the database does not count them."));
    }

    @Bean
    HealthIndicator resolverHealthIndicator(DependencyProbes probes) {
        return () -> {
            Boolean answered = probes.resolverAnswered();
            if (answered == null) {
                return says(Status.UNKNOWN, "The DNS resolver has not been asked yet.");
            }
            return answered
                    ? says(Status.UP, "The DNS resolver answers; records of domains are looked for.")
                    : says(DEGRADED, "The DNS resolver does not answer: no domain can be verified. Live ones go on.");
        };
    }

    @Bean
    HealthIndicator diskHealthIndicator() {
        File here = new File("").getAbsoluteFile();
        return () -> {
            DataSize free = DataSize.ofBytes(here.getUsableSpace());
            boolean isLow = free.compareTo(LITTLE_ROOM) < 0;
            return new Health.Builder(isLow ? DEGRADED : Status.UP)
                    .withDetail(
                            "meaning",
                            isLow
                                    ? "The disk is nearly full: uploads, and in local mode everything, will fail."
                                    : "There is room on the disk.")
                    .withDetail("freeMegabytes", free.toMegabytes())
                    .build();
        };
    }

    private static Health says(Status status, String meaning) {
        return new Health.Builder(status).withDetail("meaning", meaning).build();
    }
}
