package io.rocketbots.onboarding.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One look for a domain's record, as the list of checks tells it.
 *
 * @param name the name that was looked for, which the reseller may have changed since
 * @param asked who was asked
 * @param answered what was answered, in short
 * @param warning what stands beside the record and will hurt later
 * @param nextCheckAt null when the record was found
 */
public record DomainCheck(
        DomainName name,
        Instant at,
        String asked,
        String answered,
        Diagnosis diagnosis,
        @Nullable Diagnosis warning,
        @Nullable Instant nextCheckAt) {}
