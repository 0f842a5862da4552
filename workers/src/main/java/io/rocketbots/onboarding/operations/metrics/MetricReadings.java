package io.rocketbots.onboarding.operations.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads all {@link DatabaseMetrics} now and then, on one connection; whoever scrapes or probes gets the latest reading, however
 * often they ask. While the database does not answer, or cannot count, the figures have no value.
 */
@Component
public class MetricReadings {

    private static final Logger log = LoggerFactory.getLogger(MetricReadings.class);

    private static final int EVERY_SECONDS = 15;
    /** One that hangs is as bad as one that fails. */
    private static final Duration STALE = Duration.ofSeconds(3 * EVERY_SECONDS);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private volatile @Nullable Instant answeredAt;
    private volatile @Nullable Reading latest;

    MetricReadings(JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock, MeterRegistry meters) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setReadOnly(true);
        this.transaction.setTimeout(2 * EVERY_SECONDS);
        this.clock = clock;
        for (DatabaseMetric figure : DatabaseMetrics.ALL) {
            for (String value : figure.values()) {
                Gauge.builder(figure.name(), () -> now(figure, value))
                        .description(figure.about())
                        .tags(figure.label().isEmpty() ? Tags.empty() : Tags.of(figure.label(), value))
                        .baseUnit(figure.kind() == DatabaseMetric.Kind.COUNT ? null : "seconds")
                        .register(meters);
            }
        }
        Gauge.builder("onboarding.database.up", () -> isDatabaseUp() ? 1 : 0)
                .description("Whether this node could read the database lately")
                .register(meters);
    }

    /** What was found, by figure and value of its label. */
    private record Reading(Instant at, Map<DatabaseMetric, Map<String, Object>> found) {}

    /** Reads them anew. */
    @Scheduled(fixedRate = EVERY_SECONDS, timeUnit = TimeUnit.SECONDS)
    public void read() {
        try {
            jdbc.sql("SELECT 1").query(Integer.class).single();
            answeredAt = clock.instant();
        } catch (DataAccessException away) {
            answeredAt = null;
            log.warn("The database does not answer ({}).", away.getClass().getSimpleName());
            return;
        }
        try {
            latest = Objects.requireNonNull(transaction.execute(status -> reading(clock.instant())));
        } catch (DataAccessException | TransactionException fault) {
            log.warn(
                    "The metrics could not be read; the latest stand for {} s: {}",
                    STALE.toSeconds(),
                    fault.getMessage());
        }
    }

    private Reading reading(Instant now) {
        Map<DatabaseMetric, Map<String, Object>> found = new HashMap<>();
        DatabaseMetrics.ALL.forEach(figure -> found.put(figure, found(figure, now)));
        return new Reading(now, found);
    }

    private Map<String, Object> found(DatabaseMetric figure, Instant now) {
        Map<String, Object> found = new HashMap<>();
        jdbc.sql(figure.sql())
                .param("now", Timestamp.from(now))
                .param("hourAgo", Timestamp.from(now.minus(Duration.ofHours(1))))
                .param("dayAgo", Timestamp.from(now.minus(Duration.ofDays(1))))
                .param("weekAgo", Timestamp.from(now.minus(Duration.ofDays(7))))
                .query((row, number) -> {
                    Object value = value(figure, row);
                    if (value != null) {
                        found.put(DatabaseMetric.valueOf(row.getString("label")), value);
                    }
                    return number;
                })
                .list();
        return found;
    }

    private static @Nullable Object value(DatabaseMetric figure, ResultSet row) throws SQLException {
        if (figure.kind() == DatabaseMetric.Kind.COUNT) {
            return row.getLong("found");
        }
        Timestamp at = row.getTimestamp("found");
        return at == null ? null : at.toInstant();
    }

    /** Whether the database answered when it was asked last, which says nothing of the figures: one may be too slow. */
    public boolean isDatabaseUp() {
        return isFresh(answeredAt);
    }

    private boolean isFresh(@Nullable Instant at) {
        return at != null && at.plus(STALE).isAfter(clock.instant());
    }

    /**
     * Something that waits to be sent.
     *
     * @param oldest how long the oldest has been due; zero when nothing waits
     */
    public record Queue(long waiting, Duration oldest) {}

    /** Messages on their way to the engine; empty while nobody knows. */
    public Optional<Queue> outbox() {
        return queue(now(DatabaseMetrics.OUTBOX_MESSAGES, "waiting"), now(DatabaseMetrics.OUTBOX_AGE, ""));
    }

    /** Mails on their way; empty while nobody knows. */
    public Optional<Queue> mails() {
        return queue(now(DatabaseMetrics.MAILS_WAITING, ""), now(DatabaseMetrics.MAIL_AGE, ""));
    }

    private static Optional<Queue> queue(double waiting, double age) {
        return Double.isNaN(age)
                ? Optional.empty()
                : Optional.of(new Queue((long) waiting, Duration.ofSeconds((long) age)));
    }

    private double now(DatabaseMetric figure, String value) {
        Reading reading = latest;
        if (reading == null || !isFresh(reading.at()) || !isDatabaseUp()) {
            return Double.NaN;
        }
        return figure.told(Objects.requireNonNull(reading.found().get(figure)).get(value), clock.instant());
    }
}
