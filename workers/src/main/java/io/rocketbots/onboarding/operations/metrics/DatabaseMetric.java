package io.rocketbots.onboarding.operations.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A metric that is read from the database. Every node tells the same, so it is {@code max()} over the nodes that counts,
 * never {@code sum()}.
 *
 * @param name as Micrometer writes it: {@code onboarding.tasks.open} is {@code onboarding_tasks_open} in Prometheus
 * @param about one sentence
 * @param label what its values are told apart by; empty when it has only one
 * @param values every value that the label may have, so that each is there from the start
 * @param kind what the query finds
 * @param sql gives rows of {@code label} and {@code found}; {@code :now} is the present
 */
record DatabaseMetric(String name, String about, String label, List<String> values, Kind kind, String sql) {

    enum Kind {
        /** A number; 0 without a row. */
        COUNT,
        /** Since when something is so, in seconds; 0 without a row, since nothing is old. */
        AGE,
        /** When something is to be, in seconds from now, negative once it is past; no value without a row. */
        DISTANCE
    }

    DatabaseMetric {
        values = List.copyOf(values);
    }

    static DatabaseMetric counts(String name, String about, String label, List<String> values, String sql) {
        return new DatabaseMetric(name, about, label, values, Kind.COUNT, sql);
    }

    static DatabaseMetric count(String name, String about, String sql) {
        return new DatabaseMetric(name, about, "", List.of(""), Kind.COUNT, sql);
    }

    static DatabaseMetric age(String name, String about, String sql) {
        return new DatabaseMetric(name, about, "", List.of(""), Kind.AGE, sql);
    }

    static DatabaseMetric distances(String name, String about, String label, List<String> values, String sql) {
        return new DatabaseMetric(name, about, label, values, Kind.DISTANCE, sql);
    }

    /** The constants of an enum as values of a label: {@code UNDER_REVIEW} is {@code under_review}. */
    static List<String> valuesOf(Enum<?>... constants) {
        return Arrays.stream(constants)
                .map(constant -> valueOf(constant.name()))
                .toList();
    }

    static String valueOf(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** What is told of something that was found, or was not. */
    double told(@Nullable Object found, Instant now) {
        return switch (found) {
            case Number number -> number.doubleValue();
            case Instant at when kind == Kind.AGE -> Math.max(0, seconds(Duration.between(at, now)));
            case Instant at -> seconds(Duration.between(now, at));
            case null, default -> kind == Kind.DISTANCE ? Double.NaN : 0;
        };
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
