package io.rocketbots.onboarding.process.history;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Something that is known to have happened to a process instance. */
public sealed interface Fact {

    Instant at();

    /** What a worker knows of a service task. */
    sealed interface OfStep extends Fact {
        String elementId();
    }

    /**
     * The work of a service task was done.
     *
     * @param error the modelled error it ended with; null when it was completed
     * @param variables what it set
     */
    record StepEnded(Instant at, String elementId, @Nullable String error, Map<String, @Nullable Object> variables)
            implements OfStep {}

    /**
     * A service task has used up its tries and has not been done since: the instance stands there, whatever goes on
     * beside it.
     */
    record StepStuck(Instant at, String elementId) implements OfStep {}

    /**
     * A message went out to the engine.
     *
     * @param timeToLive how long it waits for somebody who waits for it
     */
    record MessageSent(Instant at, String name, String key, Duration timeToLive) implements Fact {}

    /** The process that a call activity called has begun. */
    record CallBegun(Instant at, String processId, Map<String, @Nullable Object> variables) implements Fact {}

    /** The process that a call activity called has come to one of its ends. */
    record CallEnded(Instant at, String processId, Map<String, @Nullable Object> variables) implements Fact {}
}
