package io.rocketbots.onboarding.operations.history;

import io.rocketbots.onboarding.process.ProcessId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A service task that a worker has in hand.
 *
 * @param elementInstanceKey the same for every try, and different each time the model comes by
 * @param tries how many there were, this one included
 * @param known the variables of the instance that its messages are correlated on
 */
public record Step(
        String processId,
        int processVersion,
        long processInstanceKey,
        String elementId,
        long elementInstanceKey,
        Instant startedAt,
        int tries,
        Map<String, @Nullable Object> known) {

    /** Null in a process that knows no application, such as that of a Space. */
    @Nullable
    UUID application() {
        return id("applicationId");
    }

    /** What the process instance is about. */
    @Nullable
    UUID subject() {
        return ProcessId.find(processId).map(process -> id(process.subject())).orElse(null);
    }

    private @Nullable UUID id(String variable) {
        return Optional.ofNullable(known.get(variable))
                .map(id -> UUID.fromString(id.toString()))
                .orElse(null);
    }
}
