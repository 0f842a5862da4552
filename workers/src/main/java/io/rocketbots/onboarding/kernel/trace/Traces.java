package io.rocketbots.onboarding.kernel.trace;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.transport.Kind;
import io.micrometer.observation.transport.ReceiverContext;
import io.micrometer.observation.transport.SenderContext;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Carries a trace over a row of the database to whoever works it off, in the form of <a
 * href="https://www.w3.org/TR/trace-context/#traceparent-header">W3C Trace Context</a>: 55 characters that say nothing of
 * any person.
 */
@Component
public class Traces {

    private static final String HEADER = "traceparent";

    private final ObservationRegistry observations;

    Traces(ObservationRegistry observations) {
        this.observations = observations;
    }

    /**
     * The trace of what happens now, for a row that it writes.
     *
     * @param name of the observation that this makes, such as {@code onboarding.outbox.put}
     * @return null when nothing is traced
     */
    public @Nullable String handOver(String name) {
        Map<String, String> row = new HashMap<>();
        SenderContext<Map<String, String>> context =
                new SenderContext<>((carrier, key, value) -> row.put(key, value), Kind.PRODUCER);
        context.setCarrier(row);
        Observation.createNotStarted(name, () -> context, observations).observe(() -> {});
        return row.get(HEADER);
    }

    /**
     * The work on a row, in the trace that the row came with; not started yet.
     *
     * @param traceparent null begins a trace of its own
     */
    public Observation takeOver(String name, @Nullable String traceparent) {
        Map<String, String> row = traceparent == null ? Map.of() : Map.of(HEADER, traceparent);
        ReceiverContext<Map<String, String>> context = new ReceiverContext<>(Map::get, Kind.CONSUMER);
        context.setCarrier(row);
        return Observation.createNotStarted(name, () -> context, observations);
    }
}
