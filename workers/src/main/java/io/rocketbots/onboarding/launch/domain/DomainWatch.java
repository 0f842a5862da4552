package io.rocketbots.onboarding.launch.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a live domain stands in being watched.
 *
 * @param instanceKey the process instance that watches it, null before there is one
 * @param brokenAt since when it leads elsewhere, null while all is well
 * @param suspendAt until when the platform answers there all the same
 */
public record DomainWatch(
        @Nullable Long instanceKey,
        @Nullable Instant brokenAt,
        @Nullable Instant suspendAt) {

    static final DomainWatch NOT_STARTED = new DomainWatch(null, null, null);

    /** Whether that process instance, or none yet, watches it. */
    boolean isFreeFor(long processInstance) {
        return instanceKey == null || instanceKey == processInstance;
    }

    DomainWatch by(long processInstance) {
        return new DomainWatch(processInstance, brokenAt, suspendAt);
    }

    DomainWatch broken(Instant since, Instant until) {
        return new DomainWatch(instanceKey, since, until);
    }

    DomainWatch healthy() {
        return new DomainWatch(instanceKey, null, null);
    }
}
